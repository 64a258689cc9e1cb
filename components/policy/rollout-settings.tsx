"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { type DefaultRollout, ENFORCEMENTS } from "@/lib/policy/schemas";
import { ENFORCEMENT_WORDS } from "./words";

const OPTIONS = ENFORCEMENTS.map((value) => ({ value, ...ENFORCEMENT_WORDS[value] }));

type Props = {
  /** Whose settings these are, in the names of the controls. */
  name: string;
  value: DefaultRollout;
  mayEdit: boolean;
  onChange: (changed: Partial<DefaultRollout>) => void;
};

/** On or off, how firmly, and whether sessions start in auto mode. */
export function RolloutSettings({ name, value, mayEdit, onChange }: Props) {
  const { autoMode, enforcement, startInAutoMode } = value;
  return (
    <div className="grid gap-x-6 gap-y-3 md:grid-cols-[10.5rem_minmax(0,1fr)]">
      <label className="flex items-center gap-2.5 self-start py-1 text-sm font-medium">
        <Switch
          label={`Auto mode for ${name}`}
          checked={autoMode}
          disabled={!mayEdit}
          onChange={(next) => onChange({ autoMode: next })}
        />
        <span>Auto mode {autoMode ? "on" : "off"}</span>
      </label>
      {autoMode ? (
        <div className="grid min-w-0 gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_15rem]">
          <div className="flex min-w-0 flex-col gap-1">
            <Select
              aria-label={`Enforcement for ${name}`}
              options={OPTIONS}
              value={enforcement}
              disabled={!mayEdit}
              onChange={(next) => onChange({ enforcement: next })}
              className="max-w-56"
            />
            <p className="text-xs text-muted">{ENFORCEMENT_WORDS[enforcement].hint}</p>
          </div>
          <div className="lg:pt-2">
            <Checkbox
              label="Sessions start in auto mode"
              checked={startInAutoMode}
              disabled={!mayEdit}
              onChange={(next) => onChange({ startInAutoMode: next })}
            />
          </div>
        </div>
      ) : (
        <p className="py-1 text-sm text-muted">Claude Code cannot enter auto mode. It asks a person before it acts.</p>
      )}
    </div>
  );
}
