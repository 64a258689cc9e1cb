import type { Tx } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { forbidden } from "@/lib/http/errors";
import { type Permission, type Role, roleMay } from "./permissions";

export type Actor =
  | { type: "member"; id: string; role: Role; email: string; name: string }
  | { type: "token"; id: string; name: string; scopes: readonly string[] }
  | { type: "client"; id: string; memberId: string; label: string }
  | { type: "system"; name: string };

/** First argument of every verb: whose data, who acts, under which request. */
export type Ctx = {
  /** A Prisma client, or the open transaction when one verb calls another. */
  db: Tx & { $transaction?: unknown };
  organization: { id: string };
  actor: Actor;
  requestId: string;
  ip?: string;
};

/** What is known before anyone is: for set-up, sign-in and accepting an invitation. */
export type PublicCtx = { db: PrismaClient; requestId: string; ip?: string };

export const may = (actor: Actor, permission: Permission): boolean => {
  switch (actor.type) {
    case "member":
      return roleMay(actor.role, permission);
    case "token":
      return actor.scopes.includes(permission);
    case "client":
      return permission === "decision:create";
    case "system":
      return true;
  }
};

/** The guard of every verb. @throws AppError 403 `forbidden` */
export function authorize(ctx: Ctx, permission: Permission): void {
  if (!may(ctx.actor, permission)) throw forbidden();
}

export const actorLabel = (actor: Actor): string => {
  switch (actor.type) {
    case "member":
      return actor.name || actor.email;
    case "token":
      return `token ${actor.name}`;
    case "client":
      return actor.label;
    case "system":
      return actor.name;
  }
};
