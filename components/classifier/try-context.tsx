"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { TryPlace } from "./try-start";

const MODES = [
  { value: "auto", label: "auto" },
  { value: "default", label: "default" },
  { value: "acceptEdits", label: "acceptEdits" },
  { value: "plan", label: "plan" },
  { value: "dontAsk", label: "dontAsk" },
  { value: "bypassPermissions", label: "bypassPermissions" },
] as const;

/** Where the action would run. The fields stay in the form while folded away. */
export const TryContext = ({ place }: { place: TryPlace }) => (
  <details className="rounded-md border border-line">
    <summary className="cursor-pointer px-3 py-2 text-sm font-medium">Where it runs</summary>
    <div className="grid gap-4 px-3 pt-1 pb-3 sm:grid-cols-2">
      <Path name="cwd" label="Working directory" value={place.cwd} />
      <Path name="home" label="Home directory" value={place.home} />
      <Path name="branch" label="Branch" value={place.branch} />
      <Path name="defaultBranch" label="Default branch" value={place.defaultBranch} />
      <Path name="origin" label="Remote origin" value={place.origin} placeholder="git@github.com:acme/project.git" />
      <Field label="Permission mode">
        <Select name="permissionMode" options={MODES} defaultValue={place.permissionMode} />
      </Field>
    </div>
  </details>
);

type PathProps = { name: string; label: string; value: string; placeholder?: string };

const Path = ({ name, label, value, placeholder }: PathProps) => (
  <Field name={name} label={label}>
    <Input
      name={name}
      defaultValue={value}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      className="font-mono text-xs"
    />
  </Field>
);
