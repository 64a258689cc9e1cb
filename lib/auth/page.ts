import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { rootDb } from "@/lib/db/root";
import { ipOf, requestIdOf } from "@/lib/http/request-facts";
import { authenticate } from "./authenticate";
import { type Actor, type Ctx, may } from "./ctx";
import { type Permission } from "./permissions";
import { REQUEST_PATH_HEADER } from "./request-path";

/** The context of a page: always a person, and the organization with its name. */
export type MemberCtx = Ctx & {
  actor: Extract<Actor, { type: "member" }>;
  organization: { id: string; name: string };
};

/** The signed-in member, or null. One look-up a request, however many components ask. */
export const optionalCtx = cache(async (): Promise<MemberCtx | null> => {
  const given = await headers();
  const db = rootDb();
  const principal = await authenticate(db, given);
  if (principal?.actor.type !== "member") return null;
  return {
    db,
    organization: principal.organization,
    actor: principal.actor,
    requestId: requestIdOf(given),
    ip: ipOf(given),
  };
});

/** The guard of every page: strangers go to sign in and come back, members without the permission get the 403 page. */
export async function pageCtx(permission: Permission): Promise<MemberCtx> {
  const ctx = await optionalCtx();
  if (!ctx) {
    const path = (await headers()).get(REQUEST_PATH_HEADER) ?? "/";
    redirect(`/signin?next=${encodeURIComponent(path)}`);
  }
  if (!may(ctx.actor, permission)) forbidden();
  return ctx;
}
