"use client";

import type { Route } from "next";
import { useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import type { RuleQuery } from "./rule-query";

type Props = { query: RuleQuery; themes: readonly { id: string; name: string }[] };

/** No choice of a Select may be empty; in the URL it is left out. */
const ALL = "all";

const STRENGTHS = [
  { value: ALL, label: "Hard and soft" },
  { value: "hard", label: "Hard", hint: "Nothing the user says clears it" },
  { value: "soft", label: "Soft", hint: "The user's own words may clear it" },
] as const;

const SORTS = [
  { value: "theme", label: "By theme" },
  { value: "fired", label: "Most fired first" },
  { value: "set-aside", label: "Most set aside first" },
] as const;

/** What of the catalogue is shown; the choice stands in the URL. */
export function RuleFilters({ query, themes }: Props) {
  const router = useRouter();
  const parameters = useSearchParams();
  const [pending, startTransition] = useTransition();

  function choose(name: "theme" | "strength" | "sort", value: string) {
    const next = new URLSearchParams(parameters);
    if (value === ALL || value === "theme") next.delete(name);
    else next.set(name, value);
    startTransition(() => router.replace(`/classifier?${next}` as Route, { scroll: false }));
  }

  return (
    <div
      role="search"
      aria-label="Filter the rules"
      aria-busy={pending}
      className="grid grid-cols-2 gap-2 lg:grid-cols-[minmax(0,1fr)_15rem_10rem_12rem]"
    >
      <SearchField label="Search rules" className="max-lg:col-span-2" />
      <Select
        aria-label="Theme"
        options={[{ value: ALL, label: "All themes" }, ...themes.map(({ id, name }) => ({ value: id, label: name }))]}
        value={query.theme || ALL}
        className="max-lg:col-span-2"
        onChange={(value) => choose("theme", value)}
      />
      <Select
        aria-label="Strength"
        options={STRENGTHS}
        value={query.strength || ALL}
        onChange={(value) => choose("strength", value)}
      />
      <Select aria-label="Order" options={SORTS} value={query.sort} onChange={(value) => choose("sort", value)} />
    </div>
  );
}
