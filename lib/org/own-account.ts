import { authorize, type Ctx } from "@/lib/auth/ctx";
import { forbidden } from "@/lib/http/errors";
import { findMember } from "./find-member";

/** How the signed-in member signs in. @throws AppError 403 for what is no member */
export async function ownAccount(ctx: Ctx) {
  authorize(ctx, "self:read");
  if (ctx.actor.type !== "member") throw forbidden();
  const { name, email, role, passwordHash, externalId } = await findMember(ctx, ctx.actor.id);
  return { name, email, role, hasPassword: passwordHash !== null, singleSignOn: externalId !== null };
}
