"use client";

import type { Route } from "next";
import { Search } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useRef, useTransition } from "react";
import { cn } from "./cn";
import { Input } from "./input";

type Props = {
  label: string;
  /** Name of the query parameter that holds the text. */
  name?: string;
  /** Query parameters that a new search makes void, such as the page. */
  resets?: readonly string[];
  className?: string;
};

const DEBOUNCE_MS = 250;

/** Searches as the person types; the text stands in the URL. */
export function SearchField({ label, name = "q", resets = ["page", "cursor"], className }: Props) {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const [pending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function search(text: string) {
    const next = new URLSearchParams(parameters);
    for (const reset of resets) next.delete(reset);
    if (text.trim()) next.set(name, text.trim());
    else next.delete(name);
    startTransition(() => router.replace(`${pathname}?${next}` as Route, { scroll: false }));
  }

  return (
    <div className={cn("relative min-w-0", className)} aria-busy={pending}>
      <Search aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted" />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        defaultValue={parameters.get(name) ?? ""}
        className="pl-8"
        onChange={(event) => {
          const text = event.currentTarget.value;
          clearTimeout(timer.current);
          timer.current = setTimeout(() => search(text), DEBOUNCE_MS);
        }}
      />
    </div>
  );
}
