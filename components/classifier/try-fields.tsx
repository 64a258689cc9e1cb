"use client";

import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { TrySort } from "./try-body";

const SORTS = [
  { value: "Bash", label: "Bash command" },
  { value: "PowerShell", label: "PowerShell command" },
  { value: "call", label: "Call of another tool", hint: "Its whole input, as JSON" },
] as const;

const TOOLS = ["Write", "Edit", "Read", "NotebookEdit", "WebFetch", "WebSearch", "Agent", "mcp__server__tool"] as const;

/** What is to be tried, as the person left it. */
export type Draft = { sort: TrySort; command: string; tool: string; json: string; said: string };

type Props = { draft: Draft; onChange: (change: Partial<Draft>) => void };

/** What sort of action it is. */
export const TrySortFields = ({ draft, onChange }: Props) => (
  <>
    <Field label="What">
      <Select options={SORTS} value={draft.sort} onChange={(sort) => onChange({ sort })} />
    </Field>
    {draft.sort === "call" ? (
      <Field name="tool" label="Tool">
        <Input
          name="tool"
          list="try-tools"
          value={draft.tool}
          onChange={(event) => onChange({ tool: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
          className="font-mono text-xs"
        />
        <datalist id="try-tools">
          {TOOLS.map((tool) => (
            <option key={tool}>{tool}</option>
          ))}
        </datalist>
      </Field>
    ) : null}
  </>
);

/** The action itself, and what the user said before it. */
export const TryTexts = ({ draft, onChange }: Props) => (
  <>
    {draft.sort === "call" ? (
      <Field name="json" label="Input (JSON)">
        <Textarea
          name="json"
          rows={8}
          value={draft.json}
          onChange={(event) => onChange({ json: event.currentTarget.value })}
          spellCheck={false}
          className="font-mono text-xs"
        />
      </Field>
    ) : (
      <Field name="command" label="Command">
        <Textarea
          name="command"
          rows={5}
          value={draft.command}
          onChange={(event) => onChange({ command: event.currentTarget.value })}
          placeholder="Paste a command, or choose an example above"
          spellCheck={false}
          autoCapitalize="off"
          className="font-mono text-xs"
        />
      </Field>
    )}
    <Field
      name="said"
      label="What the user said last"
      description="May clear a soft rule by naming the action and its target, or forbid something."
    >
      <Textarea
        name="said"
        rows={2}
        value={draft.said}
        onChange={(event) => onChange({ said: event.currentTarget.value })}
        placeholder="Optional"
      />
    </Field>
  </>
);
