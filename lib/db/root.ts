import type pg from "pg";
import { env } from "@/lib/env";
import { createDb, createPool } from "./client";

// `next dev` loads modules anew on each change; the pool must not be.
const holder = globalThis as { gatehousePool?: pg.Pool; gatehouseDb?: ReturnType<typeof createDb> };

/** The connections of this process, for what speaks SQL itself (rate limits). */
export const rootPool = (): pg.Pool => (holder.gatehousePool ??= createPool(env().DATABASE_URL));

/** The Prisma client of this process. Only entry points (pages, routes, server start) take it; verbs get `ctx.db`. */
export const rootDb = () => (holder.gatehouseDb ??= createDb(rootPool()));
