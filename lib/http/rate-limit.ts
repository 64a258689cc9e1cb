import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { rootPool } from "@/lib/db/root";
import { rateLimited } from "./errors";

export type Limit = { name: string; points: number; perSeconds: number };

const limiters = new WeakMap<pg.Pool, Map<string, RateLimiterPostgres>>();

/** Counters live in PostgreSQL, so a limit holds across processes and restarts. */
export function limiterOf(limit: Limit, pool: pg.Pool = rootPool()): RateLimiterPostgres {
  const known = limiters.get(pool) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(pool, known);
  const limiter =
    known.get(limit.name) ??
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix: limit.name,
      points: limit.points,
      duration: limit.perSeconds,
    });
  known.set(limit.name, limiter);
  return limiter;
}

/** Takes one point of `key`'s. @throws AppError 429 `rate_limited`; a lost database is an error too, never a free pass */
export async function consume(limit: Limit, key: string, pool?: pg.Pool): Promise<void> {
  await limiterOf(limit, pool)
    .consume(key)
    .catch((refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) throw rateLimited(Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    });
}
