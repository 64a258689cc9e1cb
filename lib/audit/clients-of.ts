import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { CLIENT_STATES, clientState, type CurrentRevision } from "@/lib/delivery/client-state";

export const ClientRow = z.object({
  id: z.string(),
  memberId: z.string(),
  label: z.string(),
  version: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** The newest revision it was given, and the one it says it runs. */
  deliveredRevision: z.int().nullable(),
  appliedRevision: z.int().nullable(),
  /** Null once revoked: it gets no settings any more. */
  state: z.enum(CLIENT_STATES).nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type ClientRow = z.output<typeof ClientRow>;

/** Clients of some members, those in use first. */
export async function clientsOf(
  ctx: Ctx,
  memberIds: readonly string[],
  current: CurrentRevision | null,
  now = new Date(),
): Promise<ClientRow[]> {
  const found = await ctx.db.client.findMany({
    where: { organizationId: ctx.organization.id, memberId: { in: [...memberIds] } },
    orderBy: [{ revokedAt: { sort: "asc", nulls: "first" } }, { lastSeenAt: { sort: "desc", nulls: "last" } }],
  });
  return found.map((client) => ({
    id: client.id,
    memberId: client.memberId,
    label: client.label,
    version: client.version,
    createdAt: client.createdAt.toISOString(),
    lastSeenAt: client.lastSeenAt?.toISOString() ?? null,
    deliveredRevision: client.deliveredRevision,
    appliedRevision: client.appliedRevision,
    state: client.revokedAt ? null : clientState(client, current, now),
    revokedAt: client.revokedAt?.toISOString() ?? null,
  }));
}
