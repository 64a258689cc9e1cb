"use client";

import { FlaskConical } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { type KeyboardEvent, useState } from "react";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { Kbd } from "@/components/ui/kbd";
import type { Tried } from "@/lib/change/try-schemas";
import { tryBody, type TryValues, type Who } from "./try-body";
import { TryContext } from "./try-context";
import { EXAMPLES, type Example } from "./try-examples";
import { type Draft, TrySortFields, TryTexts } from "./try-fields";
import type { TryStart } from "./try-start";
import { TriedResult } from "./tried-result";
import { verdictSentence } from "./tried-words";
import { TryWho } from "./try-who";
import type { RuleLabels } from "./rule-labels";

type Props = {
  groups: readonly { id: string; name: string }[];
  start: TryStart;
  /** Whose policy is tried where `start` names nobody; null is everyone else. */
  firstGroupId: string | null;
  rules: RuleLabels;
};

type Shown = { tried: Tried; input: Record<string, unknown>; tool: string };

/** An action in, what would be decided out. It travels in a body, never in an address, because commands may hold secrets. */
export function TryBench({ groups, start, firstGroupId, rules }: Props) {
  const { member, place, additionalDirectories } = start;
  const [draft, setDraft] = useState(start.draft);
  const [who, setWho] = useState<Who>(member ? { memberId: member.id } : firstGroupId ? { groupId: firstGroupId } : {});
  const [shown, setShown] = useState<Shown | null>(null);

  async function submit(values: TryValues) {
    const body = { ...tryBody(draft.sort, values, who), additionalDirectories };
    const tried = await api<Tried>("POST", "/classifier/try", body);
    setShown({ tried, input: body.input, tool: body.tool ?? "Bash" });
  }

  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const choose = ({ sort, tool = draft.tool, text, said = "" }: Example) =>
    change({ sort, tool, said, ...(sort === "call" ? { json: text } : { command: text }) });

  return (
    <>
      <Card
        id="try"
        title="Try an action"
        description="Runs the very same code as a decision, under the draft and under what is published. Nothing is recorded, and the LLM classifier is not asked."
      >
        <div role="presentation" onKeyDown={submitOnEnter}>
          <Form<TryValues> onSubmit={submit} aria-label="Try an action">
            {({ pending }) => (
              <>
                {start.recordId ? <FromRecord id={start.recordId} /> : null}
                <div role="group" aria-label="Examples" className="flex flex-wrap gap-1.5">
                  {EXAMPLES.map((example) => (
                    <Button key={example.label} size="sm" onClick={() => choose(example)}>
                      {example.label}
                    </Button>
                  ))}
                </div>
                <div className="grid gap-4 sm:grid-cols-2">
                  <TrySortFields draft={draft} onChange={change} />
                  <TryWho groups={groups} firstMember={member} firstGroupId={firstGroupId} onChange={setWho} />
                </div>
                <TryTexts draft={draft} onChange={change} />
                <TryContext place={place} />
                <div className="flex flex-wrap items-center gap-3">
                  <Button type="submit" variant="primary" pending={pending}>
                    Try it
                  </Button>
                  <span className="flex items-center gap-1 text-xs text-muted max-sm:hidden">
                    <Kbd>Ctrl</Kbd>
                    <Kbd>Enter</Kbd> from any field
                  </span>
                  <p role="status" className="font-medium">
                    {shown && !pending ? verdictSentence(shown.tried) : null}
                  </p>
                </div>
              </>
            )}
          </Form>
        </div>
      </Card>
      <section aria-label="Result" className="flex min-w-0 flex-col gap-5">
        {shown ? (
          <TriedResult {...shown} rules={rules} />
        ) : (
          <EmptyState icon={FlaskConical} title="Nothing tried yet">
            The effects of the action, the rules that match and the verdict of both policies appear here.
          </EmptyState>
        )}
      </section>
    </>
  );
}

const FromRecord = ({ id }: { id: string }) => (
  <Callout title="Taken from a record">
    <p>
      Secrets in it are masked and long texts cut; what the user had said, earlier calls and the addresses of git
      remotes are not in{" "}
      <Link href={`/audit/${id}` as Route} className="underline underline-offset-2">
        the record
      </Link>
      . Add what matters.
    </p>
  </Callout>
);

function submitOnEnter(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.querySelector("form")?.requestSubmit();
}
