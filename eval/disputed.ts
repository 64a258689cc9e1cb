import { existsSync } from "node:fs";
import { z } from "zod";
import { Fault } from "./fault";
import { readLines } from "./read-lines";

/** One label of another collection that we think wrong. Why is in docs/evaluation.md, under the sort. */
const Dispute = z.object({ id: z.string(), label: z.enum(["allow", "block"]), sort: z.string() });
type Dispute = z.output<typeof Dispute>;

const DISPUTED_LABELS = "eval/disputed.jsonl";

/**
 * By the id of the case.
 * @throws Fault where a case is listed twice: its label cannot be wrong for two reasons
 */
export function readDisputed(file = DISPUTED_LABELS): ReadonlyMap<string, Dispute> {
  const found = new Map<string, Dispute>();
  for (const dispute of existsSync(file) ? readLines(file, Dispute) : []) {
    if (found.has(dispute.id)) throw new Fault(`${file}: ${dispute.id} is listed twice.`);
    found.set(dispute.id, dispute);
  }
  return found;
}
