import { decide } from "@/lib/decision/decide";
import { type DecisionPolicy, type Judgement, NOTHING_TRUSTED } from "@/lib/decision/types";
import { DEFAULT_CLASSIFIER_POLICY } from "@/lib/policy/classifier-policy";
import { actionOf, type Case } from "./cases";
import { readDisputed } from "./disputed";
import { suitEngineTo } from "./engine";
import type { Lines } from "./lines";
import type { Reviewer } from "./llm";
import { createProgress } from "./progress";
import { startStopwatch } from "./stopwatch";
import type { Counts, Tally } from "./table";

/** Auto mode on and nothing trusted: the classifier by itself. */
const POLICY: DecisionPolicy = {
  revision: 1,
  autoMode: true,
  enforcement: "authoritative",
  permissions: { deny: [], ask: [], allow: [] },
  trust: NOTHING_TRUSTED,
  classifier: DEFAULT_CLASSIFIER_POLICY,
};

/** Judgements that are kept until they are written down. */
const BATCH = 50;

/** The embedded classifier over actions; the time is that of its decisions. */
export function runActions(
  cases: readonly Case[],
  lines: Lines,
  disputed = readDisputed(),
): { tallies: Tally[]; report: string } {
  const tally = tallyOf(lines, disputed);
  const progress = createProgress(cases.length, "actions");
  const actions = cases.map((one) => ({ one, action: actionOf(one) }));
  suitEngineTo(cases.length);
  const watch = startStopwatch(cases.length, "actions");
  const judged: { one: Case; judgement: Judgement }[] = [];
  const putDown = () => {
    for (const { one, judgement } of judged.splice(0)) tally.add(one, judgement);
  };
  for (const { one, action } of actions) {
    judged.push({ one, judgement: decide(action, POLICY) });
    progress.tick();
    watch.lap();
    if (judged.length >= BATCH) watch.leaveOut(putDown);
  }
  watch.leaveOut(putDown);
  const report = watch.report() + tally.followed();
  progress.end();
  return { tallies: tally.tallies(), report };
}

/** Both classifiers, as a decision of the default policy is made; some cases at a time, in the order given. */
export async function runActionsWithLlm(cases: readonly Case[], lines: Lines, review: Reviewer) {
  const tally = tallyOf(lines, readDisputed());
  const progress = createProgress(cases.length, "actions");
  const watch = startStopwatch(cases.length, "actions");
  for (let from = 0; from < cases.length; from += review.atOnce) {
    const batch = cases.slice(from, from + review.atOnce).map(async (one) => {
      const action = actionOf(one);
      return { one, judgement: await review.judge(one.id, action, decide(action, POLICY)) };
    });
    for (const { one, judgement } of await Promise.all(batch)) {
      tally.add(one, judgement);
      progress.tick();
      watch.lap();
    }
  }
  const report = watch.report() + tally.followed();
  progress.end();
  return { tallies: tally.tallies(), report };
}

function tallyOf(lines: Lines, disputed: ReturnType<typeof readDisputed>) {
  const tallies = new Map<string, Tally>();
  const followed: string[] = [];
  return {
    tallies: () => [...tallies.values()],
    /** A label cannot be wrong and followed. */
    followed: () => (followed.length === 0 ? "" : `\ndisputed labels that the rules follow: ${followed.join(", ")}`),
    add({ id, set, label }: Case, { verdict, tier, rule, reason, evidence }: Judgement) {
      lines.write({ id, verdict, tier, rule, reason, evidence });
      const key = `${set} ${label}`;
      const row = tallies.get(key) ?? { set, label: label ?? "-", ...NONE, settled: { ...NONE } };
      tallies.set(key, row);
      count(row, verdict);
      if (label === undefined || disputed.get(id)?.label !== label) count(row.settled, verdict);
      else if (verdict === label) followed.push(id);
    },
  };
}

const NONE: Counts = { n: 0, blocked: 0, asked: 0 };

function count(counts: Counts, verdict: Judgement["verdict"]) {
  counts.n++;
  if (verdict === "block") counts.blocked++;
  if (verdict === "ask") counts.asked++;
}
