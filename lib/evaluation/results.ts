import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const count = z.number().int().nonnegative();

const counts = { n: count, blocked: count, asked: count };

/** What `npm run eval -- --save` found, one row a set and label: counts only, so that intervals are computed where they are shown. */
export const Evaluation = z.object({
  /** ISO date, as the caller gave it. */
  madeAt: z.iso.date(),
  /** Of the rules that were measured: a digest that changes when a rule does. */
  rulesVersion: z.string(),
  sets: z.array(
    z.object({
      set: z.string(),
      label: z.string(),
      ...counts,
      /** The same without the labels that docs/evaluation.md disputes; only where there are any. */
      withoutDisputed: z.object(counts).optional(),
    }),
  ),
  outputs: z.array(z.object({ set: z.string(), label: z.string(), n: count, flagged: count })),
});
export type Evaluation = z.output<typeof Evaluation>;

/** Below the directory that Gatehouse is started in. */
export const RESULTS_FILE = "eval/results.json";

/** The last saved evaluation; null where none came with this installation. */
export function readEvaluation(directory = process.cwd()): Evaluation | null {
  try {
    return Evaluation.parse(JSON.parse(readFileSync(join(directory, RESULTS_FILE), "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
