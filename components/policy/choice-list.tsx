"use client";

import type { ChoiceWords } from "./classifier-words";

type Props<V extends string> = {
  /** The question that the choices answer. */
  label: string;
  name: string;
  choices: readonly ChoiceWords<V>[];
  value: V;
  disabled: boolean;
  onChange: (value: V) => void;
};

/** One of a few, each with what it means. Arrow keys move the choice. */
export const ChoiceList = <V extends string>({ label, name, choices, value, disabled, onChange }: Props<V>) => (
  <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-2">
    <legend className="mb-1.5 text-sm font-medium">{label}</legend>
    {choices.map((choice) => (
      <label
        key={choice.value}
        className="flex cursor-pointer items-start gap-2.5 rounded-md border border-line px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft has-disabled:cursor-not-allowed has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
        <input
          type="radio"
          name={name}
          value={choice.value}
          checked={choice.value === value}
          onChange={() => onChange(choice.value)}
          aria-describedby={`${name}-${choice.value}`}
          aria-label={choice.label}
          className="mt-0.5 size-4 shrink-0 accent-accent focus-visible:outline-none"
        />
        <span className="min-w-0">
          <span className="block text-sm font-medium">{choice.label}</span>
          <span id={`${name}-${choice.value}`} className="block max-w-prose text-xs text-muted">
            {choice.help}
          </span>
        </span>
      </label>
    ))}
  </fieldset>
);
