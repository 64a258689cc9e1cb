import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { StackedTable } from "@/components/ui/stacked-table";
import { Th } from "@/components/ui/table";
import type { Evaluation } from "@/lib/evaluation/results";
import { type EvaluationGroup, groupSets } from "./evaluation-groups";
import { ActionsRow, OutputsRow } from "./evaluation-row";

const keyOf = ({ set, label }: { set: string; label: string }): string => `${set} ${label}`;

/** What the last saved run found, set by set: pooled figures would hide the one that matters. */
export const EvaluationTable = ({ evaluation: { madeAt, rulesVersion, sets, outputs } }: { evaluation: Evaluation }) => (
  <>
    <Card
      id="evaluation"
      title={`Evaluation of ${madeAt}`}
      description={
        <>
          Embedded classifier, rules {rulesVersion}. In brackets the 95% Wilson interval: what the share may be on further cases of that
          kind.
          {sets.some(({ withoutDisputed }) => withoutDisputed) ? " Labels that we dispute are listed, with the reasons, in docs/evaluation.md." : null}
        </>
      }
    >
      <Groups rows={sets} what="Actions" verdicts={["Blocked", "Asked"]}>
        {(row) => <ActionsRow key={keyOf(row)} row={row} />}
      </Groups>
    </Card>
    {outputs.length > 0 ? (
      <Card
        id="evaluation-outputs"
        title="Probe of tool outputs"
        description="Whether text that tries to instruct the agent is noticed in what tools bring back, and ordinary text is left alone."
      >
        <Groups rows={outputs} what="Outputs" verdicts={["Flagged"]}>
          {(row) => <OutputsRow key={keyOf(row)} row={row} />}
        </Groups>
      </Card>
    ) : null}
  </>
); // prettier-ignore

type GroupsProps<T extends { set: string }> = {
  rows: readonly T[];
  /** What the sets are of. */
  what: string;
  verdicts: readonly string[];
  children: (row: T) => ReactNode;
};

const Groups = <T extends { set: string }>({ rows, children, ...table }: GroupsProps<T>) => (
  <div className="flex flex-col gap-6">
    {groupSets(rows).map((group) => (
      <Group key={group.id} group={group} {...table}>
        {children}
      </Group>
    ))}
  </div>
);

type GroupProps<T extends { set: string }> = Omit<GroupsProps<T>, "rows"> & { group: EvaluationGroup<T> };

const Group = <T extends { set: string }>({ group, what, verdicts, children }: GroupProps<T>) => (
  <div className="flex flex-col gap-2">
    <div>
      <h3 className="font-semibold">{group.title}</h3>
      <p className="max-w-prose text-xs text-muted">{group.says}</p>
    </div>
    <StackedTable
      label={`${what}: ${group.title}`}
      head={
        <>
          <Th>Set</Th>
          <Th className="w-24">Label</Th>
          <Th className="w-20 text-right">n</Th>
          {verdicts.map((verdict) => (
            <Th key={verdict} className="w-44 text-right">
              {verdict}
            </Th>
          ))}
        </>
      }
    >
      {group.rows.map(children)}
    </StackedTable>
  </div>
);
