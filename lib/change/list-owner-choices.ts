import { authorize, type Ctx } from "@/lib/auth/ctx";
import type { TrustEntry } from "@/lib/policy/schemas";

export type OwnerChoice = { id: string; name: string };

/** Who can answer for trusted infrastructure: those who work on policy, and whoever owns one of the entries already. */
export async function listOwnerChoices(ctx: Ctx, entries: readonly TrustEntry[]): Promise<OwnerChoice[]> {
  authorize(ctx, "policy:read");
  const owners = [...new Set(entries.flatMap(({ ownerId }) => ownerId ?? []))];
  const members = await ctx.db.member.findMany({
    where: {
      organizationId: ctx.organization.id,
      OR: [{ role: { in: ["owner", "admin", "security"] }, status: "active" }, { id: { in: owners } }],
    },
    orderBy: { name: "asc" },
    select: { id: true, name: true, email: true },
  });
  return members.map(({ id, name, email }) => ({ id, name: name || email }));
}
