import type pg from "pg";
import { newId } from "@/lib/db/id";
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
type Row = Spend & { organizationId: string; day: string };
/** What all others spent. */
type Known = Spend & { day: string; readAtMs: number };

/** Other processes spend, too; each adds at most this long unseen, and what is in flight. */
const FRESH_MS = 2_000;
const QUERY_MS = 500;
const RETRY_MS = 1_000;

const SUMS = `coalesce(sum("requests"), 0)::float8 AS "requests", coalesce(sum("tokens"), 0)::float8 AS "tokens",
  coalesce(sum("costUsd"), 0)::float8 AS "costUsd"`;
const READ_OTHERS = `SELECT ${SUMS} FROM "LlmSpend" WHERE "organizationId" = $1 AND "day" = $2 AND "writer" <> $3`;

/** The whole sum of this process, so that writing it once more changes nothing, and a write that comes late takes nothing back. */
const WRITE_OWN = `INSERT INTO "LlmSpend" ("organizationId", "day", "writer", "requests", "tokens", "costUsd", "updatedAt")
  SELECT d."organizationId", d."day", $2::uuid, d."requests", d."tokens", d."costUsd", now()
  FROM jsonb_to_recordset($1::jsonb)
    AS d("organizationId" uuid, "day" date, "requests" bigint, "tokens" bigint, "costUsd" numeric)
  ON CONFLICT ("organizationId", "day", "writer") DO UPDATE SET
    "requests" = greatest("LlmSpend"."requests", excluded."requests"),
    "tokens" = greatest("LlmSpend"."tokens", excluded."tokens"),
    "costUsd" = greatest("LlmSpend"."costUsd", excluded."costUsd"), "updatedAt" = excluded."updatedAt"`;

const NOTHING: Spend = { requests: 0, tokens: 0, costUsd: 0 };
const sum = (a: Spend, b: Spend = NOTHING): Spend => ({
  requests: a.requests + b.requests,
  tokens: a.tokens + b.tokens,
  costUsd: a.costUsd + b.costUsd,
});

/**
 * What each organization spends a day, in PostgreSQL. A process knows its own sum exactly and writes it whole; additions that arrive while
 * it is being written go together with the next. So nothing counts twice, however often a write is tried, and whether or not the
 * database's word about it arrives. What a killed process had not written is lost.
 */
export function createSpendLedger(pool: pg.Pool, { now = Date.now, logger }: Options = {}): SpendLedger {
  const writer = newId();
  const others = new Map<string, Known>();
  const own = new Map<string, Row>();
  let unwritten = new Set<string>();
  let pumping: Promise<void> | null = null;

  const today = () => new Date(now()).toISOString().slice(0, 10);
  const keyOf = (organizationId: string, day: string) => `${organizationId}/${day}`;
  const forgetOldDays = () => {
    for (const [key, { day }] of own) if (day !== today() && !unwritten.has(key)) own.delete(key);
  };

  const write = async () => {
    while (unwritten.size > 0) {
      const keys = unwritten;
      unwritten = new Set();
      const rows = [...keys].flatMap((key) => own.get(key) ?? []);
      try {
        await timedQuery(pool, WRITE_OWN, [JSON.stringify(rows), writer]);
        forgetOldDays();
      } catch (error) {
        unwritten = new Set([...keys, ...unwritten]);
        logger?.warn({ err: error }, "spend of the LLM classifier not written; will try again");
        setTimeout(() => void pump(), RETRY_MS).unref();
        return;
      }
    }
  };
  const pump = () => (pumping ??= write().finally(() => (pumping = null)));

  return {
    async today(organizationId) {
      const day = today();
      const last = others.get(organizationId);
      if (last?.day !== day || now() - last.readAtMs > FRESH_MS) {
        try {
          const [row] = await timedQuery<Spend & pg.QueryResultRow>(pool, READ_OTHERS, [organizationId, day, writer], QUERY_MS);
          others.set(organizationId, { ...(row ?? NOTHING), day, readAtMs: now() });
        } catch {
          return null;
        }
      }
      return sum(others.get(organizationId) ?? NOTHING, own.get(keyOf(organizationId, day)));
    },
    add(organizationId, spend) {
      const day = today();
      const key = keyOf(organizationId, day);
      own.set(key, { organizationId, day, ...sum(spend, own.get(key)) });
      unwritten.add(key);
      void pump();
    },
    async flush() {
      await pump();
    },
  };
} // prettier-ignore

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
