import { z } from "zod";
import { ClassifierPolicy, DEFAULT_CLASSIFIER_POLICY } from "./classifier-policy";

/** The literal that splices Claude Code's own rules into a list; a list without it replaces them. */
export const DEFAULTS = "$defaults";

export const TRUST_KINDS = ["domain", "bucket", "git-remote", "registry", "service"] as const;
export type TrustKind = (typeof TRUST_KINDS)[number];

/** Of a value as typed, and of its normal form. */
export const MAX_TRUST_VALUE = 500;

export const ENFORCEMENTS = ["observe", "second-opinion", "authoritative"] as const;
/**
 * `observe`: record, never answer. `second-opinion`: answer only a block (and a fallback, which was one).
 * `authoritative`: answer allow, block and ask.
 */
export type Enforcement = (typeof ENFORCEMENTS)[number];

const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "Required")
    .max(max, `At most ${max} characters`)
    .regex(/^[^\p{Cc}]*$/u, "One line, without control characters");

/** Shape only: whether `value` parses as its kind, and its normal form, is parseTrustValue. */
export const TrustEntry = z.object({
  id: z.uuid(),
  kind: z.enum(TRUST_KINDS),
  /** Normal form, e.g. `*.corp.example.com`, `s3://acme-build/`, `github.com/acme/*`, `mcp:jira`. */
  value: oneLine(MAX_TRUST_VALUE),
  reason: oneLine(500),
  /** Member who answers for it. */
  ownerId: z.uuid().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  addedAt: z.iso.datetime(),
});
export type TrustEntry = z.output<typeof TrustEntry>;

const rolloutFields = {
  autoMode: z.boolean(),
  enforcement: z.enum(ENFORCEMENTS),
  /** Sessions start in auto mode (`permissions.defaultMode`), not only may enter it. */
  startInAutoMode: z.boolean(),
};

export const GroupRollout = z.object({ groupId: z.uuid(), ...rolloutFields });
export type GroupRollout = z.output<typeof GroupRollout>;

export const DefaultRollout = z.object(rolloutFields);
export type DefaultRollout = z.output<typeof DefaultRollout>;

const rule = oneLine(2_000);
const ruleList = z.array(rule).max(500);

/** The whole policy of an organization: what a draft edits and a revision freezes. Canonical JSON of it is hashed. */
export const PolicyContent = z.object({
  version: z.literal(1),
  rollout: z.object({
    /** Ordered: the first entry whose group a developer is in decides. */
    groups: z.array(GroupRollout).max(500),
    /** For developers in none of them. */
    everyoneElse: DefaultRollout,
  }),
  trust: z.array(TrustEntry).max(20_000),
  /** Prose rules for Claude Code's own classifier (`autoMode.*`). */
  rules: z.object({ environment: ruleList, allow: ruleList, softDeny: ruleList, hardDeny: ruleList }),
  /** Permission rules (`permissions.*`); `deny` and `ask` are also enforced by every decision. */
  permissions: z.object({ deny: ruleList, ask: ruleList, allow: ruleList }),
  /** Further managed settings, merged below what Gatehouse writes itself. */
  settings: z.record(z.string(), z.json()),
  /** Revisions from before it was there have its defaults. */
  classifier: ClassifierPolicy.prefault({}),
});
export type PolicyContent = z.output<typeof PolicyContent>;

/** What an organization starts with: auto mode off for everyone, Claude Code's own rules kept. */
export const EMPTY_POLICY: PolicyContent = {
  version: 1,
  rollout: { groups: [], everyoneElse: { autoMode: false, enforcement: "observe", startInAutoMode: false } },
  trust: [],
  rules: { environment: [DEFAULTS], allow: [DEFAULTS], softDeny: [DEFAULTS], hardDeny: [DEFAULTS] },
  permissions: { deny: [], ask: [], allow: [] },
  settings: {},
  classifier: DEFAULT_CLASSIFIER_POLICY,
};
