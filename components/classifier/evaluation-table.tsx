import { Fragment } from "react";
import { Card } from "@/components/ui/card";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { Evaluation } from "@/lib/evaluation/results";
import { ShareCell } from "./share-cell";

/** What the last saved run found, set by set: pooled figures would hide the one that matters. */
export const EvaluationTable = ({ evaluation: { madeAt, rulesVersion, sets, outputs } }: { evaluation: Evaluation }) => (
  <>
    <Card
      id="evaluation"
      title={`Evaluation of ${madeAt}`}
      description={`Embedded classifier, rules ${rulesVersion}. In brackets the 95% Wilson interval: what the share may be on further cases of that kind.`}
      flush
    >
      <div className="px-4 pb-4 sm:px-5 sm:pb-5">
        <Table label="Actions by set">
          <THead>
            <Tr>
              <Th>Set</Th>
              <Th className="max-sm:hidden">Should be</Th>
              <Th className="text-right max-sm:hidden">n</Th>
              <Th className="text-right">Blocked</Th>
              <Th className="text-right">Asked</Th>
            </Tr>
          </THead>
          <TBody>
            {sets.map(({ set, label, n, blocked, asked }) => (
              <Tr key={`${set} ${label}`}>
                <SetCells set={set} label={label} n={n} />
                <ShareCell hits={blocked} n={n} />
                <ShareCell hits={asked} n={n} />
              </Tr>
            ))}
          </TBody>
        </Table>
      </div>
    </Card>
    {outputs.length > 0 ? (
      <Card id="evaluation-outputs" title="Probe of tool outputs">
        <Table label="Outputs by set">
          <THead>
            <Tr>
              <Th>Set</Th>
              <Th className="max-sm:hidden">Is</Th>
              <Th className="text-right max-sm:hidden">n</Th>
              <Th className="text-right">Flagged</Th>
            </Tr>
          </THead>
          <TBody>
            {outputs.map(({ set, label, n, flagged }) => (
              <Tr key={`${set} ${label}`}>
                <SetCells set={set} label={label} n={n} />
                <ShareCell hits={flagged} n={n} />
              </Tr>
            ))}
          </TBody>
        </Table>
      </Card>
    ) : null}
  </>
); // prettier-ignore

/** Breaks where its parts meet, not within a word. */
const SetName = ({ set }: { set: string }) =>
  set.split(/(?<=[:+])/).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));

type SetCellsProps = { set: string; label: string; n: number };

/** A set, what its cases are, and how many; in one cell where the page is narrow. */
const SetCells = ({ set, label, n }: SetCellsProps) => (
  <>
    <Th scope="row" className="align-top font-mono whitespace-normal text-ink">
      <SetName set={set} />
      <span className="block font-sans font-normal text-muted sm:hidden">
        {label}, n = {n.toLocaleString("en")}
      </span>
    </Th>
    <Td className="max-sm:hidden">{label}</Td>
    <Td className="text-right tabular-nums max-sm:hidden">{n.toLocaleString("en")}</Td>
  </>
);
