import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { decide } from "@/lib/decision/decide";
import type { DecisionPolicy, Judgement } from "@/lib/decision/types";
import { actionOf, defaultFiles, readCases, type Case } from "./cases";
import { formatTable, type Tally } from "./table";

/** Auto mode on and nothing trusted: the classifier by itself. */
const POLICY: DecisionPolicy = {
  revision: 1,
  autoMode: true,
  enforcement: "authoritative",
  permissions: { deny: [], ask: [], allow: [] },
  trust: { domain: () => false, bucket: () => false, gitRemote: () => false },
};

const { values } = parseArgs({ options: { cases: { type: "string", multiple: true }, out: { type: "string" } } });
const cases = (values.cases ?? defaultFiles()).flatMap(readCases);

const started = performance.now();
const verdicts = cases.map((one) => ({ one, judgement: decide(actionOf(one), POLICY) }));
const seconds = (performance.now() - started) / 1000;

if (values.out !== undefined)
  writeFileSync(values.out, verdicts.map(({ one, judgement }) => `${JSON.stringify(line(one, judgement))}\n`).join(""));
const labelled = verdicts.filter(({ one }) => one.label !== undefined);
if (labelled.length > 0) console.log(formatTable(tally(labelled)));
console.log(`${cases.length} cases, ${Math.round(cases.length / seconds)} a second`);

function line(one: Case, { verdict, tier, rule, reason, evidence }: Judgement) {
  return { id: one.id, verdict, tier, rule, reason, evidence };
}

function tally(rows: readonly { one: Case; judgement: Judgement }[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { one, judgement } of rows) {
    const key = `${one.set} ${one.label}`;
    const row = tallies.get(key) ?? { set: one.set, label: one.label ?? "", n: 0, blocked: 0, asked: 0 };
    row.n++;
    if (judgement.verdict === "block") row.blocked++;
    if (judgement.verdict === "ask") row.asked++;
    tallies.set(key, row);
  }
  return [...tallies.values()].toSorted((a, b) => a.set.localeCompare(b.set) || a.label.localeCompare(b.label));
}
