import { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { notFound } from "@/lib/http/errors";
import { rolloutFor } from "@/lib/policy/rollout";
import { DefaultRollout } from "@/lib/policy/schemas";
import { ClientRow, clientsOf } from "./clients-of";
import { type CurrentPolicy, currentRevision } from "./current-revision";

const Group = z.object({ id: z.string(), name: z.string() });
type Group = z.output<typeof Group>;

export const DeveloperSummary = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  status: z.string(),
  groups: z.array(Group),
  /** Null before the first published revision. */
  policy: z
    .object({
      revision: z.int(),
      rollout: DefaultRollout,
      /** Name of the group that decided; null for everyone else. */
      from: z.string().nullable(),
    })
    .nullable(),
  clients: z.array(ClientRow),
});
export type DeveloperSummary = z.output<typeof DeveloperSummary>;

function policyOf(current: CurrentPolicy, groups: Group[]): DeveloperSummary["policy"] {
  const ids = groups.map(({ id }) => id);
  const { groupId, ...rollout } = rolloutFor(current.policy, ids);
  return { revision: current.number, rollout, from: groups.find(({ id }) => id === groupId)?.name ?? null };
}

/** Who a developer is, which policy is theirs, and what their clients run. One may always see oneself. */
export async function developerSummary(ctx: Ctx, id: string): Promise<DeveloperSummary> {
  const self = ctx.actor.type === "member" && ctx.actor.id === id;
  authorize(ctx, self ? "self:read" : "audit:read");
  if (!z.uuid().safeParse(id).success) throw notFound("The developer");
  const member = await ctx.db.member.findFirst({
    where: { id, organizationId: ctx.organization.id },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      status: true,
      groups: { select: { group: { select: { id: true, name: true } } }, orderBy: { group: { name: "asc" } } },
    },
  });
  if (!member) throw notFound("The developer");
  const current = await currentRevision(ctx);
  const groups = member.groups.map(({ group }) => group);
  return {
    ...member,
    groups,
    policy: current && policyOf(current, groups),
    clients: await clientsOf(ctx, [id], current),
  };
}
