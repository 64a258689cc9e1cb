import type { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { invalid, notFound } from "@/lib/http/errors";
import { checksumOf } from "@/lib/policy/canonical";
import { compileDocument, TOKEN_VARIABLE } from "@/lib/policy/compile";
import { KIND_WORDS } from "@/lib/policy/describe-trust";
import { rolloutFor } from "@/lib/policy/rollout";
import type { PolicyContent } from "@/lib/policy/schemas";
import { baseUrl } from "./base-url";
import { loadDraft, loadPublished } from "./draft-store";
import { groupNames } from "./group-names";
import { type Preview, PreviewQuery } from "./schemas";

const PLACEHOLDER_NOTE =
  "Each client gets its own token here when the document is served, so the checksum a client reports differs from the one of its audience.";

/**
 * The exact document that a developer, or a member of exactly these groups, gets.
 * @throws AppError 404 for another organization's member or before the first revision, 422 for unknown groups
 */
export async function previewDocument(ctx: Ctx, input: z.input<typeof PreviewQuery>): Promise<Preview> {
  authorize(ctx, "policy:read");
  const { source, memberId, groupIds } = PreviewQuery.parse(input);
  const names = await groupNames(ctx);
  const member = memberId ? await findMember(ctx, memberId) : null;
  const ids = member ? member.groups.map(({ groupId }) => groupId) : requireKnown(groupIds ?? [], names);
  const { policy, revision, now } = await policyOf(ctx, source);
  const { document, origins, warnings } = compileDocument(policy, { groupIds: ids, baseUrl: baseUrl(), now });
  const rollout = rolloutFor(policy, ids);
  return {
    source,
    revision,
    member: member && { id: member.id, name: member.name || member.email },
    groups: ids.map((id) => ({ id, name: names.get(id) ?? id })),
    rollout: { ...rollout, label: rollout.groupId ? (names.get(rollout.groupId) ?? rollout.groupId) : "Everyone else" },
    document,
    checksum: checksumOf(document),
    origins,
    originLabels: labelsOf(Object.values(origins).flat(), policy, names),
    warnings,
    placeholder: { pointer: `/env/${TOKEN_VARIABLE}`, note: PLACEHOLDER_NOTE },
  };
}

async function policyOf(ctx: Ctx, source: "draft" | "published") {
  if (source === "draft") return { policy: (await loadDraft(ctx)).policy, revision: null, now: Date.now() };
  const { policy, number, publishedAt } = await loadPublished(ctx);
  if (publishedAt === null) throw notFound("A published revision");
  return { policy, revision: number, now: publishedAt.getTime() };
}

async function findMember(ctx: Ctx, memberId: string) {
  const member = await ctx.db.member.findFirst({
    where: { id: memberId, organizationId: ctx.organization.id },
    select: { id: true, name: true, email: true, groups: { select: { groupId: true } } },
  });
  if (!member) throw notFound("Member");
  return member;
}

function requireKnown(groupIds: readonly string[], names: ReadonlyMap<string, string>): string[] {
  const unknown = groupIds.flatMap((id, index) => (names.has(id) ? [] : [index]));
  if (unknown.length > 0)
    throw invalid(
      "A group does not exist.",
      unknown.map((index) => ({ field: `groupIds.${index}`, message: "This group does not exist." })),
    );
  return [...new Set(groupIds)];
}

const FIXED_LABELS: Readonly<Record<string, string>> = {
  gatehouse: "Gatehouse, in every document",
  rules: "Rules",
  permissions: "Permission rules",
  settings: "Further settings",
  "rollout:everyone-else": "Rollout: everyone else",
};

function labelsOf(origins: readonly string[], policy: PolicyContent, names: ReadonlyMap<string, string>) {
  const entries = new Map(policy.trust.map((entry) => [`trust:${entry.id}`, entry]));
  const labelOf = (origin: string) => {
    const entry = entries.get(origin);
    if (entry) return `Trusted ${KIND_WORDS[entry.kind]} ${entry.value}`;
    const groupId = origin.replace(/^rollout:/, "");
    return FIXED_LABELS[origin] ?? `Rollout: ${names.get(groupId) ?? groupId}`;
  };
  return Object.fromEntries([...new Set(origins)].map((origin) => [origin, labelOf(origin)]));
}
