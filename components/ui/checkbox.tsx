"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  label: ReactNode;
  name?: string;
  value?: string;
  checked?: boolean;
  defaultChecked?: boolean;
  onChange?: (checked: boolean) => void;
  disabled?: boolean;
};

export function Checkbox({ label, onChange, ...props }: Props) {
  return (
    <label className="flex cursor-pointer items-center gap-2 text-sm has-data-disabled:cursor-not-allowed has-data-disabled:opacity-60">
      <Base.Root
        onCheckedChange={(next) => onChange?.(next)}
        className="grid size-4 shrink-0 place-items-center rounded border border-line-strong bg-surface data-checked:border-accent data-checked:bg-accent"
        {...props}
      >
        <Base.Indicator>
          <Check aria-hidden className="size-3 text-on-accent" strokeWidth={3} />
        </Base.Indicator>
      </Base.Root>
      {label}
    </label>
  );
}
