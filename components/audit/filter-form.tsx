"use client";

import { ListFilter } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/input";

export type FilterField = {
  name: string;
  label: string;
  value: string;
  /** A closed choice; without it the field is text. */
  options?: readonly { value: string; label: string }[];
  suggestions?: readonly { value: string; label?: string }[];
  placeholder?: string;
  type?: "text" | "datetime-local";
};

type Props = {
  search: string;
  range: string;
  ranges: readonly { value: string; label: string }[];
  fields: readonly FilterField[];
  /** Kept as it is by every search. */
  keep: Readonly<Record<string, string>>;
};

/** A plain GET form, which works before any script has loaded; with scripts the address has only what was filled in. */
export function FilterForm({ search, range, ranges, fields, keep }: Props) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const filled = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === "string" && value.trim() !== "" ? [[name, value.trim()] as [string, string]] : [],
    );
    const query = new URLSearchParams(filled.filter(([name, value]) => !(name === "range" && value === "7d")));
    startTransition(() => router.push(`/audit?${query}` as Route, { scroll: false }));
  }

  return (
    // Keyed by what it shows: a chip that was taken away empties its field.
    <form
      key={JSON.stringify([search, range, fields.map(({ value }) => value)])}
      action="/audit"
      onSubmit={submit}
      aria-busy={pending}
      role="search"
      aria-label="Filter the trail"
      className="flex flex-col gap-2"
    >
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap gap-2">
        <input
          type="search"
          name="q"
          defaultValue={search}
          aria-label="Search commands, reasons and rules"
          placeholder="Search commands, reasons, rules or a decision’s id  ( / )"
          className={cn(controlClass, "h-9 min-w-56 flex-1")}
        />
        <select
          name="range"
          defaultValue={range}
          aria-label="Time"
          onChange={(event) => event.currentTarget.form && chooseRange(event.currentTarget.form)}
          className={cn(controlClass, "h-9 w-auto cursor-pointer")}
        >
          {ranges.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Button type="submit" pending={pending}>
          Search
        </Button>
      </div>
      {fields.length > 0 ? (
        <details className="group rounded-md">
          <summary className="flex w-fit cursor-pointer items-center gap-1.5 rounded-md py-1 text-xs font-medium text-muted hover:text-ink">
            <ListFilter aria-hidden className="size-3.5" /> More filters
          </summary>
          <div className="mt-1 grid grid-cols-1 gap-3 rounded-lg border border-line bg-surface p-3 sm:grid-cols-2 lg:grid-cols-4">
            {fields.map((field) => (
              <FilterControl key={field.name} field={field} />
            ))}
            <div className="flex items-end">
              <Button type="submit" variant="primary" pending={pending}>
                Apply
              </Button>
            </div>
          </div>
        </details>
      ) : null}
    </form>
  );
}

/** A range takes the place of from and to. */
function chooseRange(form: HTMLFormElement) {
  for (const name of ["from", "to"]) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = "";
  }
  form.requestSubmit();
}

function FilterControl({ field }: { field: FilterField }) {
  const { name, label, value, options, suggestions, placeholder, type = "text" } = field;
  const id = useId();
  const listId = suggestions ? `${id}-suggestions` : undefined;
  return (
    // The label stands beside its control: around it, all suggestions would be part of the control's name.
    <div className="flex min-w-0 flex-col gap-1 text-xs">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {options ? (
        <select id={id} name={name} defaultValue={value} className={cn(controlClass, "h-8")}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          name={name}
          type={type}
          defaultValue={value}
          placeholder={placeholder}
          list={listId}
          className={cn(controlClass, "h-8")}
        />
      )}
      {suggestions ? (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion.value} value={suggestion.value}>
              {suggestion.label}
            </option>
          ))}
        </datalist>
      ) : null}
    </div>
  );
}
