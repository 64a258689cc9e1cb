import { actionOf, defaultFiles, NEIGHBOUR_CASES, OWN_CASES, readCases } from "@/eval/cases";
import { classify } from "@/lib/decision/classify";
import type { Action, TrustLookup } from "@/lib/decision/types";
import type { Report } from "./support/report";

const ROUNDS = 5;
const NOTHING_TRUSTED: TrustLookup = { domain: () => false, bucket: () => false, gitRemote: () => false };

/** Microseconds a command for the embedded classifier, parse and rules included, and what hostile input costs at most. */
export async function run(report: Report): Promise<void> {
  const file = defaultFiles().includes(NEIGHBOUR_CASES) ? NEIGHBOUR_CASES : OWN_CASES;
  const actions = readCases(file)
    .filter((one) => one.tool === "Bash")
    .map(actionOf);
  const times = new Float64Array(actions.length).fill(Number.POSITIVE_INFINITY);
  // The best of a few rounds: the code's own cost, not the compiler's or the machine's other work.
  for (let round = 0; round < ROUNDS; round++) {
    actions.forEach((action, i) => {
      times[i] = Math.min(times[i] ?? 0, timeUs(action));
    });
  }
  const sorted = times.toSorted();
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  const totalUs = sorted.reduce((sum, time) => sum + time, 0);
  report({
    name: "classifier, a command",
    value: at(0.5),
    unit: "µs p50",
    p99Us: at(0.99),
    maxUs: at(1),
    perSecond: Math.round((1e6 * sorted.length) / totalUs),
    commands: sorted.length,
  });
  for (const [name, command] of hostile()) {
    const best = Math.min(
      ...Array.from({ length: ROUNDS }, () => timeUs({ ...(actions[0] as Action), input: { command } })),
    );
    report({ name: `classifier, ${name}`, value: round(best / 1000), unit: "ms" });
  }
}

function timeUs(action: Action): number {
  const started = performance.now();
  classify(action, NOTHING_TRUSTED);
  return (performance.now() - started) * 1000;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Texts made to be slow. */
export function hostile(): readonly (readonly [string, string])[] {
  const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
  return [
    ["10,000 nested substitutions", `echo ${"$(".repeat(10_000)}x${")".repeat(10_000)}`],
    ["64 KB of words", `rm -rf ${fill("a ", 65_000)}`],
    ["64 KB of pipes", fill("cat x | ", 65_000) + "cat"],
    ["64 KB of one word", `rm -rf ${fill("a/../", 65_000)}`],
    ["64 KB of assignments", fill("a=$a$a; ", 65_000)],
    ["64 KB of braces", `echo ${fill("{a,b}", 65_000)}`],
    ["64 KB of functions", fill("f() { f; f; }; f; ", 65_000)],
    ["64 KB of loops", fill("for i in 1 2 3 4 5 6 7 8; do ", 32_000)],
    ["nested loops", `${"for i in 1 2 3 4 5 6 7 8; do ".repeat(20)}echo $i${"; done".repeat(20)}`],
    ["a chain of evals", `${"eval ".repeat(2_000)}ls`],
    ["64 KB of inline code", `python3 -c '${fill('os.system(open(\\"', 65_000)}'`],
    [
      "doubling functions",
      Array.from({ length: 30 }, (_, i) => `f${i}() { f${i + 1}; f${i + 1}; }`).join("; ") + "; f0",
    ],
  ];
}
