import { env } from "@/lib/env";
import { createDb, createPool } from "./client";

// `next dev` loads modules anew on each change; the pool must not be.
const holder = globalThis as { gatehouseDb?: ReturnType<typeof createDb> };

/** The Prisma client of this process. Only entry points (pages, routes, server start) take it; verbs get `ctx.db`. */
export const rootDb = () => (holder.gatehouseDb ??= createDb(createPool(env().DATABASE_URL)));
