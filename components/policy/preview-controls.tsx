"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useDeveloperSearch } from "@/components/shell/use-developer-search";
import { PreviewGroups } from "./preview-groups";

export type PreviewChoice = { source: "draft" | "published"; memberId?: string; groupIds: readonly string[] };

type Props = {
  choice: PreviewChoice;
  member: { id: string; name: string } | null;
  groups: readonly { id: string; name: string }[];
  hasPublished: boolean;
};

const SOURCES = [
  { value: "draft", label: "Draft", hint: "What publishing now would deliver" },
  { value: "published", label: "Published", hint: "What clients get today" },
] as const;
const AUDIENCES = [
  { value: "groups", label: "Groups", hint: "Someone in exactly these groups" },
  { value: "developer", label: "A developer", hint: "With the groups they are in now" },
] as const;

/** Whose document, and of which policy; the choice stands in the URL. */
export function PreviewControls({ choice, member, groups, hasPublished }: Props) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [audience, setAudience] = useState<"groups" | "developer">(member ? "developer" : "groups");
  const [text, setText] = useState("");
  const found = useDeveloperSearch(text);

  function go(next: Partial<PreviewChoice>) {
    const { source, memberId, groupIds } = { ...choice, ...next };
    const query = new URLSearchParams({ source });
    if (memberId) query.set("member", memberId);
    for (const id of memberId ? [] : groupIds) query.append("group", id);
    startTransition(() => router.replace(`/policy/preview?${query}` as Route, { scroll: false }));
  }

  function choose(next: "groups" | "developer") {
    setAudience(next);
    if (next === "groups") go({ memberId: undefined });
  }

  return (
    <div aria-busy={pending} className="grid gap-4 md:grid-cols-[11rem_11rem_minmax(0,1fr)]">
      <Field label="Policy">
        <Select
          options={hasPublished ? SOURCES : SOURCES.slice(0, 1)}
          value={choice.source}
          onChange={(source) => go({ source })}
        />
      </Field>
      <Field label="For">
        <Select options={AUDIENCES} value={audience} onChange={choose} />
      </Field>
      {audience === "developer" ? (
        <Field label="Developer">
          <Combobox
            selected={member ? { id: member.id, label: member.name } : null}
            options={found.map(({ id, name, email }) => ({ id, label: name, hint: email }))}
            onSearch={setText}
            onSelect={(memberId) => go({ memberId, groupIds: [] })}
            placeholder="Type a name or e-mail"
            emptyText={text.trim().length < 2 ? "Type two letters or more." : "Nobody found."}
          />
        </Field>
      ) : (
        <PreviewGroups
          groups={groups}
          chosen={choice.groupIds}
          onChange={(groupIds) => go({ groupIds, memberId: undefined })}
        />
      )}
    </div>
  );
}
