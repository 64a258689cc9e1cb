"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { controlClass } from "./input";

export type SelectOption<V extends string> = { value: V; label: string; hint?: ReactNode };

type Props<V extends string> = {
  options: readonly SelectOption<V>[];
  value?: V | null;
  defaultValue?: V | null;
  onChange?: (value: V) => void;
  name?: string;
  placeholder?: string;
  disabled?: boolean;
  /** Needed outside a Field. */
  "aria-label"?: string;
  size?: "sm" | "md";
  className?: string;
};

export function Select<V extends string>(props: Props<V>) {
  const { options, value, defaultValue, onChange, name, placeholder, disabled, size = "md", className } = props;
  return (
    <Base.Root
      items={options}
      value={value}
      defaultValue={defaultValue}
      onValueChange={(next) => next !== null && onChange?.(next)}
      name={name}
      disabled={disabled}
    >
      <Base.Trigger
        aria-label={props["aria-label"]}
        className={cn(
          controlClass,
          "flex cursor-pointer items-center justify-between gap-2 text-left disabled:cursor-not-allowed",
          size === "sm" ? "h-7 px-2 text-xs" : "h-9",
          className,
        )}
      >
        <span className="truncate">
          <Base.Value placeholder={placeholder ?? "Choose…"} />
        </span>
        <Base.Icon>
          <ChevronsUpDown aria-hidden className="size-3.5 text-muted" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className="popup max-h-[min(24rem,var(--available-height))] max-w-[min(26rem,calc(100vw-2rem))] min-w-(--anchor-width) overflow-y-auto p-1">
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className="menu-item grid-cols-[1rem_1fr]">
                <Base.ItemIndicator className="col-start-1">
                  <Check aria-hidden className="size-4 text-accent" />
                </Base.ItemIndicator>
                <span className="col-start-2 min-w-0">
                  <Base.ItemText className="block">{option.label}</Base.ItemText>
                  {option.hint ? <span className="block text-xs text-muted">{option.hint}</span> : null}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
