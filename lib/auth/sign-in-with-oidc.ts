import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { newId } from "@/lib/db/id";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/http/errors";
import { syncIdpGroups } from "@/lib/org/sync-idp-groups";
import { touchAccess } from "@/lib/org/touch-access";
import type { Ctx, PublicCtx } from "./ctx";
import { memberActor } from "./member-actor";
import type { Identity } from "./oidc-claims";
import { noteSignIn } from "./sign-in-with-password";

const refuse = (code: string, message: string) => new AppError(403, code, message);

/** The one organization of this installation; before set-up nobody signs in. */
async function onlyOrganization(db: Ctx["db"]) {
  const organization = await db.organization.findFirst({ orderBy: { createdAt: "asc" }, select: { id: true } });
  if (!organization) throw refuse("not_set_up", "Gatehouse is not set up yet.");
  return organization;
}

const byEmail = (ctx: Ctx, email: string) =>
  ctx.db.member.findUnique({ where: { email, organizationId: ctx.organization.id } });

/**
 * A member who is there already is linked only when the provider vouches for the e-mail: else anyone who may choose an
 * e-mail there could become any member here.
 */
async function linkMember(ctx: Ctx, identity: Identity, email: string) {
  const member = await byEmail(ctx, email);
  if (!member) return null;
  if (member.externalId) throw refuse("identity_mismatch", "This e-mail belongs to another identity of your provider.");
  if (identity.emailVerified !== true)
    throw refuse("email_not_verified", "Your provider does not confirm this e-mail, and an account with it exists.");
  if (member.status === "disabled") throw refuse("member_disabled", "Your account is disabled.");
  const linked = await ctx.db.member.update({
    where: { id: member.id },
    data: { externalId: identity.externalId, status: "active", name: member.name || identity.name },
  });
  await recordAdminAction(ctx, {
    action: "member.update",
    target: { type: "member", id: linked.id, label: linked.name },
    before: { externalId: null, status: member.status },
    after: { externalId: identity.externalId, status: "active" },
    reason: "First single sign-on",
  });
  await touchAccess(ctx);
  return linked;
}

async function createMember(ctx: Ctx, identity: Identity, email: string) {
  const member = await ctx.db.member.create({
    data: {
      id: newId(),
      organizationId: ctx.organization.id,
      email,
      name: identity.name,
      externalId: identity.externalId,
      role: "developer",
    },
  });
  await recordAdminAction(ctx, {
    action: "member.create",
    target: { type: "member", id: member.id, label: member.name },
    after: { email, name: member.name, role: member.role },
    reason: "First single sign-on",
  });
  await touchAccess(ctx);
  return member;
}

async function findOrAdmit(ctx: Ctx, identity: Identity) {
  const known = await ctx.db.member.findUnique({
    where: { externalId: identity.externalId, organizationId: ctx.organization.id },
  });
  if (known) return known;
  if (!identity.email) throw refuse("email_missing", "Your provider does not tell your e-mail.");
  if (identity.emailVerified === false)
    throw refuse("email_not_verified", "Verify your e-mail with your provider first.");
  return (await linkMember(ctx, identity, identity.email)) ?? (await createMember(ctx, identity, identity.email));
}

/**
 * Signs in the person behind a verified identity: found by `issuer|sub`, else linked by a verified e-mail, else made a
 * developer. Groups of the provider are brought up to date each time.
 * @throws AppError 403 with the reason, in a code of its own
 */
export async function signInWithOidc(public_: PublicCtx, identity: Identity) {
  const organization = await onlyOrganization(public_.db);
  const ctx: Ctx = { ...public_, organization, actor: { type: "system", name: "Single sign-on" } };
  return inTransaction(ctx, async (tx) => {
    const member = await findOrAdmit(tx, identity);
    if (member.status !== "active") throw refuse("member_disabled", "Your account is disabled.");
    if (identity.groups) await syncIdpGroups(tx, member, identity.groups);
    await noteSignIn({ ...tx, actor: memberActor(member) }, "oidc");
    return member;
  });
}
