import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";

/** A Prisma client or an open transaction of one. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
export { Prisma } from "./generated/client";

/** @param max connections in the pool of this process */
export const createPool = (url: string, max = 10) => {
  const pool = new pg.Pool({ connectionString: url, max, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 2_000 });
  // Without a listener, a connection lost while idle ends the process; the next query reports it anyway.
  pool.on("error", () => {});
  return pool;
};

export const createDb = (pool: pg.Pool): PrismaClient => new PrismaClient({ adapter: new PrismaPg(pool) });
