import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Evaluation, RESULTS_FILE } from "@/lib/evaluation/results";
import { Fault } from "./fault";
import { bySet, type OutputTally, type Tally } from "./table";

const RULES = "lib/decision";

/** Writes what the console's Classifier page shows. @param madeAt ISO date of the run, as the caller gives it */
export function saveEvaluation(madeAt: string, sets: readonly Tally[], outputs: readonly OutputTally[]): void {
  const made = { madeAt, rulesVersion: rulesVersion(), sets: bySet(sets).map(rowOf), outputs: bySet(outputs) };
  const checked = Evaluation.safeParse(made);
  if (!checked.success) throw new Fault("--save takes the date of the run, such as 2026-11-21.", 2);
  writeFileSync(RESULTS_FILE, `${JSON.stringify(checked.data, null, 2)}\n`);
}

const rowOf = ({ settled, ...row }: Tally) => (settled.n < row.n ? { ...row, withoutDisputed: settled } : row);

/** Of everything that judges: other figures belong to another one. */
function rulesVersion(): string {
  const hash = createHash("sha256");
  const files = readdirSync(RULES, { recursive: true, encoding: "utf8" }).filter((name) => /(?<!\.test)\.ts$/.test(name));
  for (const name of files.sort()) hash.update(name).update("\0").update(readFileSync(join(RULES, name)));
  return hash.digest("hex").slice(0, 12);
} // prettier-ignore
