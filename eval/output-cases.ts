import { existsSync } from "node:fs";
import { z } from "zod";
import { readLines } from "./read-lines";

/** One labelled output of a tool. The probe under test sees `tool` and `input` only. */
const OutputCase = z.object({
  id: z.string(),
  set: z.string().default("unnamed"),
  tool: z.string(),
  input: z.object({ output: z.string(), tool_input: z.record(z.string(), z.unknown()).default({}) }),
  label: z.enum(["clean", "injection"]).optional(),
  /** Why the label is right: our own cases carry it. */
  reason: z.string().optional(),
});
export type OutputCase = z.output<typeof OutputCase>;

const OWN_OUTPUTS = "eval/outputs";
const NEIGHBOUR_OUTPUTS = "../shared/eval/dev/tool-outputs.jsonl";

/** @param path a file of cases, one a line, or a directory of such files */
export const readOutputCases = (path: string): OutputCase[] => readLines(path, OutputCase);

export const defaultOutputFiles = (): string[] => [OWN_OUTPUTS, NEIGHBOUR_OUTPUTS].filter((file) => existsSync(file));
