import { z } from "zod";
import { EvidenceItem } from "@/lib/audit/schemas";
import { EFFECT_KINDS, TIERS } from "@/lib/decision/types";
import { ENFORCEMENTS } from "@/lib/policy/schemas";
import { PERMISSION_MODES } from "@/lib/decision/rest-schema";

const MAX_CHARACTERS = 300_000;
const MAX_VALUES = 5_000;
const MAX_DEPTH = 50;

/** Walked without recursion: the input may be nested as deep as a body is long. */
function fits(input: unknown): boolean {
  const open: [value: unknown, depth: number][] = [[input, 0]];
  let characters = 0;
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    values += 1;
    if (typeof value === "string") characters += value.length;
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        characters += key.length;
        open.push([inner, depth + 1]);
      }
    }
    if (characters > MAX_CHARACTERS || values + open.length > MAX_VALUES || depth > MAX_DEPTH) return false;
  }
  return true;
}

const line = (max: number) =>
  z
    .string()
    .min(1, "Required")
    .max(max, `At most ${max} characters`)
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, "One line, without control characters");
const directory = line(4_096).regex(/^(?:\/|[A-Za-z]:[\\/])/, "An absolute path");

/** An action to try, and for whom. Only `input` is needed; the rest stands for an ordinary session. */
export const TryInput = z
  .object({
    tool: line(200).default("Bash"),
    input: z
      .record(z.string(), z.unknown())
      .refine(fits, `At most ${MAX_CHARACTERS} characters, ${MAX_VALUES} values and ${MAX_DEPTH} levels`)
      .describe('Input of the tool, e.g. {"command": "git status"}'),
    cwd: directory.default("/home/dev/project"),
    home: directory.nullable().default("/home/dev"),
    additionalDirectories: z.array(directory).max(50).default([]),
    permissionMode: z.enum(PERMISSION_MODES).default("auto"),
    userMessages: z
      .array(z.string().max(20_000, "At most 20000 characters"))
      .max(50)
      .default([])
      .describe("What the user wrote in the session, oldest first"),
    git: z
      .object({
        root: directory.optional().describe("The working directory, unless another is named"),
        branch: line(500).nullable().default(null),
        defaultBranch: line(500).nullable().default(null),
        remotes: z.record(line(200), line(2_000)).default({}).describe("Name to URL"),
      })
      .nullable()
      .default(null),
    groupId: z.uuid().optional().describe("Under the policy of this group; without it, of everyone else"),
    memberId: z.uuid().optional().describe("Under the policy of this member, with the groups they are in"),
  })
  .refine(({ groupId, memberId }) => !groupId || !memberId, {
    path: ["memberId"],
    message: "Choose a developer or a group, not both",
  });

const Judged = z.object({
  verdict: z.enum(["allow", "block", "ask", "none"]),
  tier: z.enum(TIERS),
  rule: z.string().nullable(),
  reason: z.string(),
  evidence: z.array(EvidenceItem),
  cleared: z.array(z.string()).describe("Rules that matched and were set aside"),
});

/** What one policy makes of the action. */
const TriedUnder = z.object({
  /** Null for the draft. */
  revision: z.int().nullable(),
  rollout: z.object({ label: z.string(), autoMode: z.boolean(), enforcement: z.enum(ENFORCEMENTS) }),
  judgement: Judged,
  /** What the client would be told, before the limits of a session. */
  answer: z.enum(["allow", "deny", "ask", "none"]),
  /** Where auto mode is off for them: what would be said if it were on. */
  ifOn: Judged.nullable(),
  /** By the policy, the LLM classifier would be asked before this is final. Trying asks nobody. */
  asksLlm: z.boolean(),
  effects: z.array(
    z.object({
      kind: z.enum(EFFECT_KINDS),
      target: z.string().nullable(),
      traits: z.record(z.string(), z.union([z.string(), z.boolean(), z.number()])),
      evidence: EvidenceItem,
    }),
  ),
  /** Of all effects; `effects` has the first of them. */
  effectCount: z.int(),
  opaque: z.array(z.object({ reason: z.string(), evidence: EvidenceItem })),
  matches: z.array(
    z.object({
      rule: z.string(),
      verdict: z.enum(["block", "ask"]),
      reason: z.string(),
      evidence: EvidenceItem,
      clearedBy: z.string().nullable(),
    }),
  ),
});
export type TriedUnder = z.output<typeof TriedUnder>;

export const Tried = z.object({
  draft: TriedUnder,
  /** Whether the draft differs from what is published. */
  draftHasChanges: z.boolean(),
  /** Null before the first revision. */
  published: TriedUnder.nullable(),
});
export type Tried = z.output<typeof Tried>;
