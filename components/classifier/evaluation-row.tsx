import { Fragment, type ReactNode } from "react";
import { plural } from "@/components/ui/plural";
import { StackedCell, StackedRow } from "@/components/ui/stacked-table";
import { Th } from "@/components/ui/table";
import type { Evaluation } from "@/lib/evaluation/results";
import { ShareCell, shareOf } from "./share-cell";

/** How a set of actions was judged. */
export const ActionsRow = ({ row: { set, label, n, blocked, asked, withoutDisputed } }: { row: Evaluation["sets"][number] }) => (
  <StackedRow className="max-md:gap-y-0.5">
    <SetCells set={set} label={label} n={n}>
      {withoutDisputed ? (
        <span className="mt-0.5 block font-sans font-normal text-muted">
          without {plural(n - withoutDisputed.n, "disputed label")}: {shareOf(withoutDisputed.blocked, withoutDisputed.n)} blocked,{" "}
          {shareOf(withoutDisputed.asked, withoutDisputed.n)} asked
        </span>
      ) : null}
    </SetCells>
    <ShareCell label="Blocked" hits={blocked} n={n} />
    <ShareCell label="Asked" hits={asked} n={n} />
  </StackedRow>
); // prettier-ignore

/** How a set of tool outputs was judged by the probe. */
export const OutputsRow = ({ row: { set, label, n, flagged } }: { row: Evaluation["outputs"][number] }) => (
  <StackedRow className="max-md:gap-y-0.5">
    <SetCells set={set} label={label} n={n} />
    <ShareCell label="Flagged" hits={flagged} n={n} />
  </StackedRow>
);

type SetCellsProps = { set: string; label: string; n: number; children?: ReactNode };

/** A set, what its cases are, and how many. */
const SetCells = ({ set, label, n, children }: SetCellsProps) => (
  <>
    <Th scope="row" className="align-baseline font-mono whitespace-normal text-ink max-md:p-0">
      <SetName set={set} />
      {children}
    </Th>
    <StackedCell className="align-baseline max-md:text-xs max-md:text-muted">
      {label}
      <span className="md:hidden">, n = {n.toLocaleString("en")}</span>
    </StackedCell>
    <StackedCell className="text-right align-baseline tabular-nums max-md:hidden">{n.toLocaleString("en")}</StackedCell>
  </>
);

/** Breaks where its parts meet, not within a word. */
const SetName = ({ set }: { set: string }) =>
  set.split(/(?<=[:+-])/).map((part, at) => (
    <Fragment key={at}>
      {part}
      <wbr />
    </Fragment>
  ));
