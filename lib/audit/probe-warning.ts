import { z } from "zod";
import { PROBE_SIGNALS } from "@/lib/decision/probe/types";
import { LlmRecord } from "./llm-record";

/** Session events that the probe writes: an output, and what a subagent handed back. */
export const PROBE_EVENTS = ["OutputWarning", "HandBackWarning"] as const;
export type ProbeEvent = (typeof PROBE_EVENTS)[number];

/** What is kept of an output that looks like an injection: masked excerpts, never the output itself. */
export const ProbeWarning = z.object({
  tool: z.string(),
  /** The call whose output it is, in one line. */
  summary: z.string(),
  agentId: z.string().nullable(),
  score: z.number(),
  /** False where the enforcement only observes, and where Claude found the output harmless. */
  warned: z.boolean(),
  findings: z.array(z.object({ signal: z.enum(PROBE_SIGNALS), note: z.string(), excerpt: z.string() })),
  /** What Claude said, where it was asked: `block` stands for an injection, `allow` for none. */
  llm: LlmRecord.nullable().default(null),
  /** Of a subagent that handed back: what it was stopped from doing. */
  stopped: z.array(z.object({ rule: z.string().nullable(), count: z.number().int() })),
});
export type ProbeWarning = z.output<typeof ProbeWarning>;
