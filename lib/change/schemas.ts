import { z } from "zod";
import { RISKS } from "@/lib/policy/change";
import { ClassifierPolicy } from "@/lib/policy/classifier-policy";
import {
  DefaultRollout,
  ENFORCEMENTS,
  GroupRollout,
  PolicyContent,
  TRUST_KINDS,
  TrustEntry,
} from "@/lib/policy/schemas";
import { isStorable, isStorableText } from "./storable";

// What comes in.

const version = z.int().min(0);

/** Checked before its shape, because checking the shape of something nested too deep would exhaust the stack. */
const StorablePolicy = z
  .unknown()
  .refine(isStorable, { message: "Nested too deep, or holds characters that cannot be stored", abort: true })
  .pipe(PolicyContent);

/** `version` is the one the edit was made against; 0 while no draft is open. */
export const DraftEdit = z.object({ version, policy: StorablePolicy });

export const TrustInput = z.object({
  kind: z.enum(TRUST_KINDS),
  value: TrustEntry.shape.value,
  reason: TrustEntry.shape.reason,
  /** Left out: whoever adds it. */
  ownerId: z.uuid().nullish(),
  expiresAt: z.iso.datetime().nullish(),
  version: version.optional(),
});
export const TrustPatch = TrustInput.partial();
/** `entry` is needed to bring back what was never published. */
export const TrustRestore = z.object({ entry: TrustEntry.optional(), version: version.optional() });

export const RolloutInput = z.object({
  groups: z.array(GroupRollout).max(500),
  everyoneElse: DefaultRollout,
  version: version.optional(),
});

export const ClassifierInput = z.object({
  llm: ClassifierPolicy.shape.llm,
  /** Left out: stays as it is. */
  probe: z.object({ llm: z.boolean() }).optional(),
  version: version.optional(),
});

export const TrustCheckInput = z.object({
  kind: z.enum(TRUST_KINDS),
  value: z.string().max(2_000),
  /** The entry being edited, so that it is not found to repeat itself. */
  entryId: z.uuid().optional(),
});

const words = (max: number, hint: string) =>
  z.string().trim().min(1, hint).max(max).refine(isStorableText, "It holds characters that cannot be stored");

export const PublishInput = z.object({
  version,
  title: words(120, "Say in a few words what changes"),
  reason: words(2_000, "Say why"),
});

export const RevisionsQuery = z.object({
  /** The number of the last revision of the page before. */
  cursor: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export const PreviewQuery = z
  .object({
    source: z.enum(["draft", "published"]).default("draft"),
    memberId: z.uuid().optional(),
    /** Repeated in a query string. */
    groupIds: z.union([z.array(z.uuid()).max(100), z.uuid().transform((id) => [id])]).optional(),
  })
  .refine((query) => !(query.memberId && query.groupIds), "Choose a developer or groups, not both");

export const DraftVersion = z.object({ version: z.coerce.number().int().min(0).optional() });

// What goes out.

export const Draft = z.object({
  /** Null while nothing has been edited since the last publication; the first edit opens it. */
  id: z.uuid().nullable(),
  number: z.int().nullable(),
  version: z.int(),
  /** 0 before the first. */
  baseRevision: z.int(),
  hasChanges: z.boolean(),
  authorName: z.string().nullable(),
  updatedAt: z.date().nullable(),
  policy: PolicyContent,
});
export type Draft = z.output<typeof Draft>;

export const TrustIssue = z.object({
  kind: z.enum(["duplicate", "shadowed"]),
  entryId: z.uuid(),
  byEntryId: z.uuid(),
  message: z.string(),
});

/** A changed draft and the entry that the change was about. */
export const TrustChanged = z.object({ draft: Draft, entry: TrustEntry, issues: z.array(TrustIssue) });

export const TrustCheck = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.string(), issues: z.array(z.object({ kind: z.enum(["duplicate", "shadowed", "shadows"]), entryId: z.uuid(), message: z.string() })) }),
  z.object({ ok: z.literal(false), message: z.string() }),
]); // prettier-ignore
export type TrustCheck = z.output<typeof TrustCheck>;

export const ChangeView = z.object({
  area: z.enum(["rollout", "trust", "rules", "permissions", "classifier", "settings"]),
  kind: z.enum(["added", "removed", "changed", "moved"]),
  sentence: z.string(),
  risk: z.enum(RISKS),
  path: z.string(),
  entryId: z.string().optional(),
});

export const FindingView = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  path: z.string(),
});

export const DiffLineView = z.object({ kind: z.enum(["same", "added", "removed", "skipped"]), text: z.string() });

/** Developers who get the same document, before and after. */
export const AffectedAudience = z.object({
  /** Of the rollout that decides for them after publishing, e.g. "Platform" or "Everyone else". */
  label: z.string(),
  members: z.int(),
  clients: z.int(),
  /** Null before the first revision. */
  beforeChecksum: z.string().nullable(),
  afterChecksum: z.string(),
  isChanged: z.boolean(),
  diff: z.array(DiffLineView),
});

export const Review = z.object({
  draft: Draft.omit({ policy: true }),
  changes: z.array(ChangeView),
  /** Of the riskiest change. */
  risk: z.enum(RISKS),
  findings: z.array(FindingView),
  /** Of the policy itself: not all of it is in the documents of clients. */
  diff: z.array(DiffLineView),
  audiences: z.array(AffectedAudience),
  /** Developers and their signed-in clients whose document changes. */
  affected: z.object({ members: z.int(), clients: z.int() }),
  canPublish: z.boolean(),
  /** Why not, when not. */
  blockers: z.array(z.string()),
});
export type Review = z.output<typeof Review>;

export const RevisionSummary = z.object({
  number: z.int(),
  title: z.string(),
  reason: z.string(),
  publishedByName: z.string(),
  publishedAt: z.date(),
});
export const RevisionPage = z.object({ items: z.array(RevisionSummary), nextCursor: z.int().nullable() });

export const RevisionDetail = RevisionSummary.extend({
  contentHash: z.string(),
  changeRequestNumber: z.int(),
  isLatest: z.boolean(),
  policy: PolicyContent,
  /** Against the revision before; against the empty policy for the first. */
  changes: z.array(ChangeView),
  diff: z.array(DiffLineView),
  /** Each distinct document once. */
  documents: z.array(
    z.object({
      checksum: z.string(),
      audiences: z.array(z.array(z.string())),
      document: z.record(z.string(), z.json()),
    }),
  ),
});
export type RevisionDetail = z.output<typeof RevisionDetail>;

export const Preview = z.object({
  source: z.enum(["draft", "published"]),
  /** Null for a draft. */
  revision: z.int().nullable(),
  member: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  groups: z.array(z.object({ id: z.uuid(), name: z.string() })),
  rollout: z.object({
    groupId: z.uuid().nullable(),
    label: z.string(),
    autoMode: z.boolean(),
    enforcement: z.enum(ENFORCEMENTS),
    startInAutoMode: z.boolean(),
  }),
  document: z.record(z.string(), z.json()),
  /** Of the document as shown, with the placeholder. */
  checksum: z.string(),
  /** JSON pointer to the ids of where the value came from. */
  origins: z.record(z.string(), z.array(z.string())),
  /** Origin id to words. */
  originLabels: z.record(z.string(), z.string()),
  warnings: z.array(FindingView),
  placeholder: z.object({ pointer: z.string(), note: z.string() }),
});
export type Preview = z.output<typeof Preview>;
