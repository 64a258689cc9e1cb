import { authorize, type Ctx, may } from "@/lib/auth/ctx";
import { forbidden } from "@/lib/http/errors";

/** Whose decisions the actor may see: null for everyone's, else only their own. @throws AppError 403 */
export function onlyDeveloper(ctx: Ctx): string | null {
  if (may(ctx.actor, "audit:read")) return null;
  authorize(ctx, "self:read");
  if (ctx.actor.type !== "member") throw forbidden();
  return ctx.actor.id;
}
