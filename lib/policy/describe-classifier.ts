import { canonicalJson } from "./canonical";
import type { Change, Risk } from "./change";
import type { ClassifierPolicy, LlmWhen, TokenPrices } from "./classifier-policy";

type Llm = ClassifierPolicy["llm"];
type Line = { sentence: string; risk: Risk };
/** One for each field, so that a new one cannot be forgotten. Called only where the two differ. */
type Describers = { [K in keyof Llm]: (is: Llm[K], was: Llm[K]) => Line };

const WHEN: Record<LlmWhen, string> = {
  never: "Claude is never asked: the embedded classifier decides alone.",
  undecided:
    "Claude is asked about what the embedded classifier leaves open, and about what a soft rule stopped that the developer may have asked for.",
  always: "Claude is asked about every tier 3 action that no hard rule stopped.",
};
/** How much Claude may stop; asking less of it, or at all, is what lets an agent do more. */
const WATCHFULNESS: Record<LlmWhen, number> = { never: 1, undecided: 0, always: 2 };

const LLM: Describers = {
  when: (is, was) => ({
    sentence: WHEN[is],
    risk: WATCHFULNESS[is] > WATCHFULNESS[was] && was !== "never" ? "low" : "medium",
  }),
  model: (is, was) => ({ sentence: `Asks ${is} in place of ${was}.`, risk: "medium" }),
  baseUrl: (is, was) => ({ sentence: `Asks Claude at ${placeOf(is)} in place of ${placeOf(was)}.`, risk: "medium" }),
  timeoutMs: (is, was) => low(`Waits at most ${is / 1_000} s for Claude (before: ${was / 1_000} s).`),
  maxRetries: (is, was) => low(`Repeats a failed request to Claude up to ${is} times (before: ${was}).`),
  maxConcurrent: (is, was) => low(`Asks Claude at most ${count(is)} things at a time (before: ${count(was)}).`),
  dailyTokenLimit: (is, was) => limited("tokens", is === null ? null : count(is), was === null ? null : count(was)),
  dailySpendLimitUsd: (is, was) => limited("", is === null ? null : usd(is), was === null ? null : usd(was)),
  prices: (is) =>
    low(is === null ? "Takes out the prices of tokens: what Claude costs is no longer known." : pricesLine(is)),
  whenUnavailable: (is) =>
    is === "block"
      ? low("When Claude cannot be asked, the action is blocked.")
      : { sentence: "When Claude cannot be asked, the developer is.", risk: "medium" },
};

export function describeClassifierChanges(before: ClassifierPolicy, after: ClassifierPolicy): Change[] {
  const changed = (path: string, line: Line): Change => ({ area: "classifier", kind: "changed", path, ...line });
  const changes = (Object.keys(LLM) as (keyof Llm)[])
    .filter((field) => canonicalJson(before.llm[field]) !== canonicalJson(after.llm[field]))
    .map((field) => changed(`/classifier/llm/${field}`, lineOf(field, after.llm, before.llm)));
  if (before.probe.llm !== after.probe.llm)
    changes.push(
      changed(
        "/classifier/probe/llm",
        after.probe.llm
          ? low("Claude is also asked about outputs that look suspicious.")
          : { sentence: "Claude is no longer asked about outputs that look suspicious.", risk: "medium" },
      ),
    );
  return changes;
}

const lineOf = <K extends keyof Llm>(field: K, is: Llm, was: Llm): Line => LLM[field](is[field], was[field]);

const low = (sentence: string): Line => ({ sentence, risk: "low" });

function limited(unit: string, is: string | null, was: string | null): Line {
  const worded = (limit: string) => (unit ? `${limit} ${unit}` : limit);
  if (is === null)
    return { sentence: `No longer stops asking Claude after ${worded(was ?? "")} a day.`, risk: "medium" };
  return low(`Stops asking Claude after ${worded(is)} a day${was === null ? "" : ` (before: ${was})`}.`);
}

const pricesLine = ({ input, output, cacheRead, cacheWrite }: TokenPrices) =>
  `A million tokens cost ${usd(input)} in, ${usd(output)} out, ${usd(cacheRead)} read from the cache and ${usd(cacheWrite)} written to it.`;

const placeOf = (baseUrl: string | null) => baseUrl ?? "the installation's own address";
const count = (value: number) => value.toLocaleString("en");
const usd = (value: number) => `$${value.toLocaleString("en", { maximumFractionDigits: 4 })}`;
