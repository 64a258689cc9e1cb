"use client";

import { Switch as Base } from "@base-ui/react/switch";

type Props = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What is on or off. */
  label: string;
  disabled?: boolean;
};

export function Switch({ checked, onChange, label, disabled }: Props) {
  return (
    <Base.Root
      checked={checked}
      onCheckedChange={(next) => onChange(next)}
      aria-label={label}
      disabled={disabled}
      className="relative inline-flex h-5 w-9 shrink-0 cursor-pointer items-center rounded-full border border-line-strong bg-sunken p-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:cursor-not-allowed data-disabled:opacity-55"
    >
      <Base.Thumb className="size-3.5 rounded-full bg-line-strong transition-[translate] data-checked:translate-x-4 data-checked:bg-on-accent" />
    </Base.Root>
  );
}
