"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { cn } from "./cn";
import { controlClass } from "./input";

export type ComboboxOption = { id: string; label: string; hint?: string };

type Props = {
  selected: ComboboxOption | null;
  /** What the search found, in order. */
  options: readonly ComboboxOption[];
  onSearch: (text: string) => void;
  onSelect: (id: string) => void;
  placeholder?: string;
  /** Said while there are no options. */
  emptyText: string;
};

/** Chooses one of many that only the server knows, by typing. Stands in a Field. */
export function Combobox({ selected, options, onSearch, onSelect, placeholder, emptyText }: Props) {
  return (
    <Base.Root
      items={selected ? [selected, ...options.filter(({ id }) => id !== selected.id)] : options}
      filteredItems={options}
      filter={null}
      value={selected}
      itemToStringLabel={(option: ComboboxOption) => option.label}
      isItemEqualToValue={(one, other) => one.id === other.id}
      onInputValueChange={(text, { reason }) => reason === "input-change" && onSearch(text)}
      onValueChange={(option) => option && onSelect(option.id)}
    >
      <Base.Input placeholder={placeholder} className={cn(controlClass, "h-9")} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup className="popup max-h-72 w-(--anchor-width) overflow-y-auto p-1">
            <Base.Empty className="px-2 py-1.5 text-sm text-muted empty:hidden">{emptyText}</Base.Empty>
            <Base.List>
              {(option: ComboboxOption) => (
                <Base.Item key={option.id} value={option} className="menu-item">
                  <span className="min-w-0">
                    <span className="block truncate">{option.label}</span>
                    {option.hint ? <span className="block truncate text-xs text-muted">{option.hint}</span> : null}
                  </span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
