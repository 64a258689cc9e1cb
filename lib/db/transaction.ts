import type { Ctx } from "@/lib/auth/ctx";
import type { PrismaClient } from "./generated/client";

const isRoot = (db: Ctx["db"]): db is PrismaClient => typeof db.$transaction === "function";

/** Runs `work` in a transaction; inside one already, joins it. */
export const inTransaction = <T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  isRoot(ctx.db) ? ctx.db.$transaction((tx) => work({ ...ctx, db: tx as Ctx["db"] })) : work(ctx);
