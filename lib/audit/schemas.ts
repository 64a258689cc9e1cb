import { z } from "zod";
import { SET_ASIDE_BY } from "@/lib/decision/types";
import { LlmRecord } from "./llm-record";
import { OUTCOMES } from "./outcome";

const moment = z.iso.datetime();
export const Person = z.object({ id: z.string(), name: z.string(), email: z.string() });
export type Person = z.output<typeof Person>;

/** One line of a list: what is needed to recognise a decision. The rest is in DecisionRecord. */
export const DecisionRow = z.object({
  kind: z.literal("decision"),
  id: z.string(),
  at: moment,
  developer: Person.nullable(),
  tool: z.string(),
  summary: z.string(),
  outcome: z.enum(OUTCOMES),
  tier: z.string(),
  rule: z.string().nullable(),
  reason: z.string(),
  sessionId: z.string(),
  revision: z.int(),
  /** observe | second-opinion | authoritative: where it is observe, the outcome is what would have been. */
  enforcement: z.string(),
  /** What the client was told: allow | deny | ask | none. */
  answer: z.string(),
  /** Null where the LLM classifier was not needed. */
  llm: LlmRecord.nullable(),
});
export type DecisionRow = z.output<typeof DecisionRow>;

/** Offsets are UTF-16 units into the string at `field` of the action's input. */
export const EvidenceItem = z.object({
  field: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  note: z.string(),
});
export type EvidenceItem = z.output<typeof EvidenceItem>;

export const DecisionRecord = DecisionRow.extend({
  client: z.object({ id: z.string(), label: z.string() }).nullable(),
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
  agentId: z.string().nullable(),
  toolUseId: z.string().nullable(),
  source: z.string(),
  permissionMode: z.string(),
  cleared: z
    .array(z.object({ rule: z.string(), by: z.enum(SET_ASIDE_BY) }))
    .describe("Rules that matched and were set aside: by the user's words, an allow rule or the LLM classifier"),
  latencyUs: z.int(),
  /** As it was recorded: masked, and cut to size. */
  action: z.json(),
  evidence: z.array(EvidenceItem),
});
export type DecisionRecord = z.output<typeof DecisionRecord>;

export const AdminActionRow = z.object({
  kind: z.literal("admin"),
  id: z.string(),
  at: moment,
  actor: z.object({ type: z.string(), id: z.string().nullable(), label: z.string() }),
  action: z.string(),
  target: z.object({ type: z.string(), id: z.string().nullable(), label: z.string() }),
  /** The whole sentence: actor, verb, object. */
  sentence: z.string(),
  reason: z.string(),
});
export type AdminActionRow = z.output<typeof AdminActionRow>;

export const AdminActionRecord = AdminActionRow.extend({
  before: z.json().nullable(),
  after: z.json().nullable(),
  changedFields: z.array(z.string()),
  requestId: z.string(),
  ip: z.string().nullable(),
});
export type AdminActionRecord = z.output<typeof AdminActionRecord>;

export const TrailRow = z.discriminatedUnion("kind", [DecisionRow, AdminActionRow]);
export type TrailRow = z.output<typeof TrailRow>;

export const TrailRecord = z.discriminatedUnion("kind", [DecisionRecord, AdminActionRecord]);
export type TrailRecord = z.output<typeof TrailRecord>;

/** `older` and `newer` are the cursors to pass as `before` and `after`; null where the list ends. */
export const TrailPage = z.object({
  items: z.array(TrailRow),
  older: z.string().nullable(),
  newer: z.string().nullable(),
});
export type TrailPage = z.output<typeof TrailPage>;
