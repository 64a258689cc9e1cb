import { authorize, type Ctx } from "@/lib/auth/ctx";
import type { Change, Risk } from "@/lib/policy/change";
import { describeChanges } from "@/lib/policy/describe-changes";
import { type DiffLine, diffJson } from "@/lib/policy/diff-lines";
import type { Finding } from "@/lib/policy/finding";
import type { Json } from "@/lib/policy/json";
import { lintPolicy } from "@/lib/policy/lint";
import { affectedAudiences } from "./affected-audiences";
import { listAudiences } from "./audiences";
import { loadDraft, type StoredDraft } from "./draft-store";
import { draftView, hasChanges } from "./draft-view";
import { groupNames } from "./group-names";
import { missingGroups } from "./require-living-groups";
import type { Review } from "./schemas";

/** What publishing the draft would change: in words, as documents, and for whom. */
export async function reviewDraft(ctx: Ctx): Promise<Review> {
  authorize(ctx, "policy:read");
  const draft = await loadDraft(ctx);
  const names = await groupNames(ctx);
  const changes = describeChanges(draft.base.policy, draft.policy, { group: (id) => names.get(id) });
  const findings = lintPolicy(draft.policy, Date.now());
  const audiences = affectedAudiences(draft, await listAudiences(ctx), names);
  const changed = audiences.filter(({ isChanged }) => isChanged);
  const blockers = [...blockersOf(draft, findings), ...(await missingGroups(ctx, draft.policy))];
  return {
    draft: await draftView(ctx, draft),
    changes,
    risk: riskOf(changes),
    findings,
    diff: policyDiff(draft),
    audiences,
    affected: { members: sum(changed, "members"), clients: sum(changed, "clients") },
    canPublish: blockers.length === 0,
    blockers,
  };
}

/** An import can change tens of thousands of lines; nobody reads them one by one, and a page cannot show them. */
const DIFF_LINES_SHOWN = 2_000;

function policyDiff({ base, policy }: StoredDraft): DiffLine[] {
  const lines = diffJson(base.policy as Json, policy as Json);
  const hidden = lines.length - DIFF_LINES_SHOWN;
  if (hidden <= 0) return lines;
  return [
    ...lines.slice(0, DIFF_LINES_SHOWN),
    { kind: "skipped", text: `And ${hidden.toLocaleString("en")} more ${hidden === 1 ? "line" : "lines"}` },
  ];
}

export function blockersOf(draft: StoredDraft, findings: readonly Finding[]): string[] {
  if (!hasChanges(draft)) return ["Nothing has changed since the last revision."];
  return findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
}

const riskOf = (changes: readonly Change[]): Risk =>
  (["high", "medium"] as const).find((risk) => changes.some((change) => change.risk === risk)) ?? "low";

const sum = <K extends "members" | "clients">(audiences: readonly Record<K, number>[], key: K) =>
  audiences.reduce((total, audience) => total + audience[key], 0);
