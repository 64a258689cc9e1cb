"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";

type Props = { trigger: ReactElement; align?: "start" | "end"; side?: "top" | "bottom"; children: ReactNode };

export const Menu = ({ trigger, align = "end", side = "bottom", children }: Props) => (
  <Base.Root>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner sideOffset={4} align={align} side={side} className="z-50">
        <Base.Popup className="popup min-w-44 p-1">{children}</Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);

type ItemProps = { onSelect: () => void; icon?: ReactNode; danger?: boolean; disabled?: boolean; children: ReactNode };

export const MenuItem = ({ onSelect, icon, danger, disabled, children }: ItemProps) => (
  <Base.Item
    onClick={onSelect}
    disabled={disabled}
    className={cn("menu-item grid-cols-[1rem_1fr] [&_svg]:size-4", danger && "text-block")}
  >
    <span aria-hidden>{icon}</span>
    {children}
  </Base.Item>
);

export const MenuSeparator = () => <Base.Separator className="my-1 h-px bg-line" />;

type RadioProps<V extends string> = {
  label: string;
  value: V;
  onChange: (value: V) => void;
  options: readonly { value: V; label: string }[];
};

export const MenuRadioGroup = <V extends string>({ label, value, onChange, options }: RadioProps<V>) => (
  <Base.Group>
    <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-xs text-muted">{label}</Base.GroupLabel>
    <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as V)}>
      {options.map((option) => (
        <Base.RadioItem
          key={option.value}
          value={option.value}
          closeOnClick
          className="menu-item grid-cols-[1rem_1fr] data-checked:font-medium"
        >
          <span className="grid size-4 place-items-center">
            <Base.RadioItemIndicator className="size-2 rounded-full bg-accent" />
          </span>
          {option.label}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  </Base.Group>
);
