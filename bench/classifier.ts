import { actionOf, defaultFiles, NEIGHBOUR_CASES, OWN_CASES, readCases } from "@/eval/cases";
import { classify } from "@/lib/decision/classify";
import { type Action, NOTHING_TRUSTED } from "@/lib/decision/types";
import { hostile } from "./support/hostile";
import { hostileFiles } from "./support/hostile-files";
import type { Report } from "./support/report";

const ROUNDS = 5;

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
  reportFiles(actions[0] as Action, report);
}

/** Of edits that fill files which act by themselves, the slowest by name. */
function reportFiles(action: Action, report: Report): void {
  const timed = hostileFiles().map(({ file, part, content }) => {
    const edit = { ...action, tool: "Write", input: { file_path: `${action.cwd}/${file}`, content } };
    return {
      name: `${JSON.stringify(part.slice(0, 24))} in ${file}`,
      us: Math.min(timeUs(edit), timeUs(edit), timeUs(edit)),
    };
  });
  const slowest = timed.toSorted((a, b) => b.us - a.us);
  report({
    name: "classifier, 64 KB into files that act",
    value: round((slowest[0]?.us ?? 0) / 1000),
    unit: "ms at worst",
    edits: timed.length,
  });
  for (const { name, us } of slowest.slice(0, 3))
    report({ name: `classifier, 64 KB of ${name}`, value: round(us / 1000), unit: "ms" });
}

function timeUs(action: Action): number {
  const started = performance.now();
  classify(action, NOTHING_TRUSTED);
  return (performance.now() - started) * 1000;
}

const round = (value: number) => Math.round(value * 10) / 10;
