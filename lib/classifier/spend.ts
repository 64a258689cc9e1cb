import type pg from "pg";
import { timedQuery } from "@/lib/delivery/timed-query";
import type { ClassifierPolicy } from "@/lib/policy/classifier-policy";

export type Spend = { requests: number; tokens: number; costUsd: number };

export type SpendLedger = {
  /** What the organization's LLM took since 00:00 UTC, in all processes; null where that cannot be read now. */
  today(organizationId: string): Promise<Spend | null>;
  add(organizationId: string, spend: Spend): void;
  /** Resolves once everything is written, or the database refused it. */
  flush(): Promise<void>;
};

type Options = { now?: () => number; logger?: { warn(details: object, message: string): void } };
type Known = Spend & { day: string; readAtMs: number };
type Row = Spend & { organizationId: string; day: string };

/** Other processes spend, too; each adds at most this long unseen, and what is in flight. */
const FRESH_MS = 2_000;
const QUERY_MS = 500;
const RETRY_MS = 1_000;

const READ = `SELECT "requests"::float8, "tokens"::float8, "costUsd"::float8 FROM "LlmSpend"
  WHERE "organizationId" = $1 AND "day" = $2`;

/** In key order, so that two processes cannot wait for each other. */
const ADD = `INSERT INTO "LlmSpend" ("organizationId", "day", "requests", "tokens", "costUsd", "updatedAt")
  SELECT d."organizationId", d."day", d."requests", d."tokens", d."costUsd", now()
  FROM jsonb_to_recordset($1::jsonb)
    AS d("organizationId" uuid, "day" date, "requests" bigint, "tokens" bigint, "costUsd" numeric)
  ORDER BY 1, 2
  ON CONFLICT ("organizationId", "day") DO UPDATE SET "requests" = "LlmSpend"."requests" + excluded."requests",
    "tokens" = "LlmSpend"."tokens" + excluded."tokens", "costUsd" = "LlmSpend"."costUsd" + excluded."costUsd",
    "updatedAt" = excluded."updatedAt"
  RETURNING "organizationId", "day"::text, "requests"::float8, "tokens"::float8, "costUsd"::float8`;

const NOTHING: Spend = { requests: 0, tokens: 0, costUsd: 0 };
const sum = (a: Spend, b: Spend = NOTHING): Spend => ({
  requests: a.requests + b.requests,
  tokens: a.tokens + b.tokens,
  costUsd: a.costUsd + b.costUsd,
});

/**
 * What each organization spends a day, in PostgreSQL. Additions that arrive while others are being written go together with the
 * next; their sums come back with them, so an organization in use is seldom read. What a killed process had not written is lost.
 */
export function createSpendLedger(pool: pg.Pool, { now = Date.now, logger }: Options = {}): SpendLedger {
  const known = new Map<string, Known>();
  let waiting = new Map<string, Row>();
  let writing = new Map<string, Row>();
  let pumping: Promise<void> | null = null;

  const today = () => new Date(now()).toISOString().slice(0, 10);
  const keyOf = (organizationId: string, day: string) => `${organizationId}/${day}`;
  const remember = (organizationId: string, day: string, { requests, tokens, costUsd }: Spend) =>
    known.set(organizationId, { requests, tokens, costUsd, day, readAtMs: now() });
  const keep = (row: Row) => {
    const key = keyOf(row.organizationId, row.day);
    waiting.set(key, { ...row, ...sum(row, waiting.get(key)) });
  };

  const write = async () => {
    while (waiting.size > 0) {
      writing = waiting;
      waiting = new Map();
      try {
        const rows = await timedQuery<Row>(pool, ADD, [JSON.stringify([...writing.values()])]);
        for (const row of rows) if (row.day === today()) remember(row.organizationId, row.day, row);
      } catch (error) {
        for (const row of writing.values()) keep(row);
        logger?.warn({ err: error }, "spend of the LLM classifier not written; will try again");
        setTimeout(() => void pump(), RETRY_MS).unref();
        return;
      } finally {
        writing = new Map();
      }
    }
  };
  const pump = () => (pumping ??= write().finally(() => (pumping = null)));

  return {
    async today(organizationId) {
      const day = today();
      const key = keyOf(organizationId, day);
      const last = known.get(organizationId);
      if (last?.day !== day || now() - last.readAtMs > FRESH_MS) {
        try {
          const [row] = await timedQuery<Spend & pg.QueryResultRow>(pool, READ, [organizationId, day], QUERY_MS);
          remember(organizationId, day, row ?? NOTHING);
        } catch {
          return null;
        }
      }
      return sum(sum(known.get(organizationId) ?? NOTHING, waiting.get(key)), writing.get(key));
    },
    add(organizationId, spend) {
      keep({ organizationId, day: today(), ...spend });
      void pump();
    },
    async flush() {
      await pump();
    },
  };
}

/** Whether the day's limits leave room for one more question. What cannot be counted is not spent. */
export async function hasBudget(
  ledger: SpendLedger,
  organizationId: string,
  { dailyTokenLimit, dailySpendLimitUsd, prices }: ClassifierPolicy["llm"],
): Promise<boolean> {
  if (dailyTokenLimit === null && dailySpendLimitUsd === null) return true;
  if (dailySpendLimitUsd !== null && prices === null) return false;
  const spent = await ledger.today(organizationId);
  if (spent === null) return false;
  return spent.tokens < (dailyTokenLimit ?? Infinity) && spent.costUsd < (dailySpendLimitUsd ?? Infinity);
}
