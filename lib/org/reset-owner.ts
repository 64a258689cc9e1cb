import { authorize, type Ctx } from "@/lib/auth/ctx";
import { conflict, notFound } from "@/lib/http/errors";
import { makeResetLink } from "./make-reset-link";

/**
 * The way back in for an owner who forgot the password when nobody else can make the link: for whoever can run programs
 * where Gatehouse runs. Without an e-mail it is for the only owner there is.
 * @throws AppError 404, 409 `several_owners`
 */
export async function resetOwner(ctx: Ctx, email?: string) {
  authorize(ctx, "member:write");
  const owners = await ctx.db.member.findMany({
    where: { organizationId: ctx.organization.id, role: "owner", status: "active" },
    select: { id: true, email: true },
    orderBy: { email: "asc" },
  });
  const wanted = email?.trim().toLowerCase();
  const [owner, another] = owners.filter((one) => wanted === undefined || one.email === wanted);
  if (!owner) throw notFound(wanted === undefined ? "An active owner" : `An active owner with the e-mail ${wanted}`);
  if (another)
    throw conflict(
      "several_owners",
      `There are several owners. Name one: ${owners.map((one) => one.email).join(", ")}`,
    );
  return { email: owner.email, ...(await makeResetLink(ctx, owner.id)) };
}
