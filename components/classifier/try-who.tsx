"use client";

import { useState } from "react";
import { useDeveloperSearch } from "@/components/shell/use-developer-search";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Who } from "./try-body";

type Props = {
  groups: readonly { id: string; name: string }[];
  /** Where the choice begins: this developer, else this group; without either, everyone else. */
  firstMember: { id: string; label: string } | null;
  firstGroupId: string | null;
  onChange: (who: Who) => void;
};

const EVERYONE = "everyone";
const DEVELOPER = "developer";

/** Under whose policy: of a group, of everyone else, or of a developer with the groups they are in. */
export function TryWho({ groups, firstMember, firstGroupId, onChange }: Props) {
  const [choice, setChoice] = useState(firstMember ? DEVELOPER : (firstGroupId ?? EVERYONE));
  const [member, setMember] = useState(firstMember);
  const [text, setText] = useState("");
  const found = useDeveloperSearch(text);

  function choose(next: string) {
    setChoice(next);
    setMember(null);
    onChange(next === EVERYONE || next === DEVELOPER ? {} : { groupId: next });
  }

  function chooseMember(id: string) {
    const name = found.find((developer) => developer.id === id)?.name ?? "";
    setMember({ id, label: name });
    onChange({ memberId: id });
  }

  return (
    <>
      <Field label="For">
        <Select
          options={[
            { value: EVERYONE, label: "Everyone else", hint: "Developers in no group of the rollout" },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
            { value: DEVELOPER, label: "A developer…", hint: "With the groups they are in now" },
          ]}
          value={choice}
          onChange={choose}
        />
      </Field>
      {choice === DEVELOPER ? (
        <Field name="memberId" label="Developer">
          <Combobox
            selected={member}
            options={found.map(({ id, name, email }) => ({ id, label: name, hint: email }))}
            onSearch={setText}
            onSelect={chooseMember}
            placeholder="Type a name or e-mail"
            emptyText={text.trim().length < 2 ? "Type two letters or more." : "Nobody found."}
          />
        </Field>
      ) : null}
    </>
  );
}
