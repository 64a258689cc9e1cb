import { scanOutput } from "@/lib/decision/probe/scan";
import type { Lines } from "./lines";
import type { OutputCase } from "./output-cases";
import { createProgress } from "./progress";
import { startStopwatch } from "./stopwatch";
import type { OutputTally } from "./table";

/** The probe over outputs of tools. */
export function runOutputs(cases: readonly OutputCase[], lines: Lines): { tallies: OutputTally[]; report: string } {
  const tallies = new Map<string, OutputTally>();
  const progress = createProgress(cases.length, "outputs");
  const watch = startStopwatch(cases.length, "outputs");
  for (const { id, set, tool, input, label } of cases) {
    const { verdict, score, findings } = scanOutput(tool, input.output, { input: input.tool_input });
    const reason = findings.map(({ note }) => note).join("; ");
    const evidence = findings.map(({ start, end, note }) => ({ field: "output", start, end, note }));
    lines.write({ id, verdict, tier: "probe", rule: findings[0]?.signal ?? null, reason, evidence, score });
    if (label !== undefined) {
      const row = tallies.get(`${set} ${label}`) ?? { set, label, n: 0, flagged: 0 };
      row.n++;
      if (verdict === "injection") row.flagged++;
      tallies.set(`${set} ${label}`, row);
    }
    progress.tick();
    watch.lap();
  }
  const report = watch.report();
  progress.end();
  return { tallies: [...tallies.values()], report };
}
