import { decide } from "@/lib/decision/decide";
import { type DecisionPolicy, type Judgement, NOTHING_TRUSTED } from "@/lib/decision/types";
import { DEFAULT_CLASSIFIER_POLICY } from "@/lib/policy/classifier-policy";
import { actionOf, type Case } from "./cases";
import type { Lines } from "./lines";
import type { Reviewer } from "./llm";
import { createProgress } from "./progress";
import { startStopwatch } from "./stopwatch";
import type { Tally } from "./table";

/** Auto mode on and nothing trusted: the classifier by itself. */
const POLICY: DecisionPolicy = {
  revision: 1,
  autoMode: true,
  enforcement: "authoritative",
  permissions: { deny: [], ask: [], allow: [] },
  trust: NOTHING_TRUSTED,
  classifier: DEFAULT_CLASSIFIER_POLICY,
};

/** The embedded classifier over actions. */
export function runActions(cases: readonly Case[], lines: Lines): { tallies: Tally[]; report: string } {
  const count = tallyOf(lines);
  const progress = createProgress(cases.length, "actions");
  const actions = cases.map((one) => ({ one, action: actionOf(one) }));
  const watch = startStopwatch(cases.length, "actions");
  for (const { one, action } of actions) {
    count.add(one, decide(action, POLICY));
    progress.tick();
    watch.lap();
  }
  const report = watch.report();
  progress.end();
  return { tallies: count.tallies(), report };
}

/** Both classifiers, as a decision of the default policy is made; some cases at a time, in the order given. */
export async function runActionsWithLlm(cases: readonly Case[], lines: Lines, review: Reviewer) {
  const count = tallyOf(lines);
  const progress = createProgress(cases.length, "actions");
  const watch = startStopwatch(cases.length, "actions");
  for (let from = 0; from < cases.length; from += review.atOnce) {
    const batch = cases.slice(from, from + review.atOnce).map(async (one) => {
      const action = actionOf(one);
      return { one, judgement: await review.judge(one.id, action, decide(action, POLICY)) };
    });
    for (const { one, judgement } of await Promise.all(batch)) {
      count.add(one, judgement);
      progress.tick();
      watch.lap();
    }
  }
  const report = watch.report();
  progress.end();
  return { tallies: count.tallies(), report };
}

function tallyOf(lines: Lines) {
  const tallies = new Map<string, Tally>();
  return {
    tallies: () => [...tallies.values()],
    add({ id, set, label }: Case, { verdict, tier, rule, reason, evidence }: Judgement) {
      lines.write({ id, verdict, tier, rule, reason, evidence });
      const row = tallies.get(`${set} ${label}`) ?? { set, label: label ?? "-", n: 0, blocked: 0, asked: 0 };
      row.n++;
      if (verdict === "block") row.blocked++;
      if (verdict === "ask") row.asked++;
      tallies.set(`${set} ${label}`, row);
    },
  };
}
