import type { Ctx } from "@/lib/auth/ctx";
import { normalBaseUrl } from "@/lib/classifier/base-url";
import { type FieldError, invalid } from "@/lib/http/errors";
import type { PolicyContent } from "@/lib/policy/schemas";
import { classifierInstallation } from "./classifier-installation";
import { groupNames } from "./group-names";

type Rollout = PolicyContent["rollout"];

/** @throws AppError 422 that names each group that is not there, or is listed twice */
export async function requireGroups(ctx: Ctx, rollout: Rollout, field = "groups"): Promise<void> {
  const known = await groupNames(ctx);
  const seen = new Set<string>();
  const faults: FieldError[] = [];
  for (const [index, { groupId }] of rollout.groups.entries()) {
    const at = `${field}.${index}.groupId`;
    if (!known.has(groupId)) faults.push({ field: at, message: "This group does not exist (any more). Take it out." });
    else if (seen.has(groupId)) faults.push({ field: at, message: "This group is listed twice." });
    seen.add(groupId);
  }
  if (faults.length > 0) throw invalid("The rollout names groups that cannot be used.", faults);
}

/** @throws AppError 422 when one of the owners is not a member of the organization */
export async function requireOwners(ctx: Ctx, owners: readonly { field: string; id: string | null }[]): Promise<void> {
  const ids = [...new Set(owners.flatMap(({ id }) => (id === null ? [] : [id])))];
  if (ids.length === 0) return;
  const members = await ctx.db.member.findMany({
    where: { organizationId: ctx.organization.id, id: { in: ids } },
    select: { id: true },
  });
  const known = new Set(members.map(({ id }) => id));
  const faults = owners.filter(({ id }) => id !== null && !known.has(id));
  if (faults.length > 0)
    throw invalid(
      "An owner is not a member of this organization.",
      faults.map(({ field }) => ({ field, message: "Not a member of this organization" })),
    );
}

type Llm = PolicyContent["classifier"]["llm"];

/**
 * Null stands for the installation's own address. An address that the operator took off the list meanwhile may stay.
 * @throws AppError 422 for one that the operator has not listed: requests carry the installation's key
 */
export function requireListedBaseUrl(llm: Llm, was: Llm, field: string): Llm {
  if (llm.baseUrl === null || llm.baseUrl === was.baseUrl) return llm;
  const { ownBaseUrl, otherBaseUrls } = classifierInstallation();
  const baseUrl = normalBaseUrl(llm.baseUrl);
  if (baseUrl === ownBaseUrl) return { ...llm, baseUrl: null };
  if (otherBaseUrls.includes(baseUrl)) return { ...llm, baseUrl };
  const message = "The operator of this installation has not listed this address (CLASSIFIER_BASE_URLS).";
  throw invalid("Claude cannot be asked there.", [{ field, message }]);
}

/** Sessions cannot start in a mode that is off. */
export const normaliseRollout = ({ groups, everyoneElse }: Rollout): Rollout => {
  const settled = <T extends Rollout["everyoneElse"]>(entry: T): T => ({
    ...entry,
    startInAutoMode: entry.autoMode && entry.startInAutoMode,
  });
  return { groups: groups.map(settled), everyoneElse: settled(everyoneElse) };
};
