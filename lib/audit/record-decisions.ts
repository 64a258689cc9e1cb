import type { PoolClient } from "pg";
import { NO_BLOCKS, type LimitCounters } from "@/lib/decision/limits";
import { type Outcome, outcomeOf } from "@/lib/decision/outcome";
import { countsBlock, type DecisionEntry, endsRow, type RecordedOutcome, sessionKey } from "./decision-entry";
import {
  type DecisionRow,
  insertAndCount,
  insertAndEndRows,
  insertSessions,
  type LockedSession,
  lockSessions,
  type NewSession,
  type SessionNeed,
} from "./decision-sql";

/** Sessions that are known to have a row, so that it need not be asked for again. */
export type KnownSessions = { has(key: string): boolean; add(key: string): void };

/**
 * Writes a batch of decisions durably, applies the limits of their sessions, and tells what each came to. One
 * transaction: all of it happens or none. Entries of one session take effect in the order given. Correct beside any
 * number of other writers; counters are only trusted under a row lock.
 */
export async function recordDecisions(
  client: PoolClient,
  entries: readonly DecisionEntry[],
  known: KnownSessions,
): Promise<RecordedOutcome[]> {
  const needs = sessionNeeds(entries);
  const unsure = newSessions(entries, (key) => needs.get(key)?.counts === true || !known.has(key));
  if (unsure.length === 0) {
    const outcomes = entries.map((entry) => entry.settled ?? outcomeOf(entry, NO_BLOCKS).outcome);
    await client.query(insertAndEndRows(rowsJson(entries, outcomes), JSON.stringify([...needs.values()])));
    return recorded(entries, outcomes);
  }
  const outcomes = await inTransaction(client, () => recordCounting(client, entries, [...needs.values()], unsure));
  for (const key of needs.keys()) known.add(key);
  return recorded(entries, outcomes);
}

async function inTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/** Statements that need nothing from each other are sent together; the connection is in pipeline mode. */
async function recordCounting(
  client: PoolClient,
  entries: readonly DecisionEntry[],
  needs: readonly SessionNeed[],
  unsure: readonly NewSession[],
): Promise<Outcome[]> {
  const [, , locked] = await Promise.all([
    client.query("BEGIN"),
    client.query(insertSessions(JSON.stringify(unsure))),
    client.query<LockedSession>(lockSessions(JSON.stringify(needs))),
  ]);
  const sessions = new Map(
    locked.rows.map((row) => [
      sessionKey({ organizationId: row.organizationId, sessionId: row.id }),
      { ...row, counters: { consecutive: row.consecutiveBlocks, total: row.totalBlocks } },
    ]),
  );
  const outcomes = entries.map((entry) => {
    if (entry.settled) return entry.settled;
    const session = sessions.get(sessionKey(entry));
    const { outcome, counters } = outcomeOf(entry, session?.counters ?? NO_BLOCKS);
    if (session) session.counters = counters;
    return outcome;
  });
  await Promise.all([
    client.query(insertAndCount(rowsJson(entries, outcomes), countersJson([...sessions.values()]))),
    client.query("COMMIT"),
  ]);
  return outcomes;
}

function sessionNeeds(entries: readonly DecisionEntry[]): Map<string, SessionNeed> {
  const needs = new Map<string, SessionNeed>();
  for (const entry of entries) {
    const key = sessionKey(entry);
    const need = needs.get(key);
    if (need) {
      need.counts ||= countsBlock(entry);
      need.endsRow ||= endsRow(entry);
    } else
      needs.set(key, {
        organizationId: entry.organizationId,
        id: entry.sessionId,
        at: new Date(entry.at).toISOString(),
        counts: countsBlock(entry),
        endsRow: endsRow(entry),
      });
  }
  return needs;
}

/** Those that may lack a row; where a block is counted the row must be there, whatever was known once. */
function newSessions(entries: readonly DecisionEntry[], isUnsure: (key: string) => boolean): NewSession[] {
  const sessions = new Map<string, NewSession>();
  for (const entry of entries) {
    const key = sessionKey(entry);
    if (sessions.has(key) || !isUnsure(key)) continue;
    const { organizationId, sessionId: id, developerId, clientId, isDemo } = entry;
    sessions.set(key, { organizationId, id, at: new Date(entry.at).toISOString(), developerId, clientId, isDemo });
  }
  return [...sessions.values()];
}

const countersJson = (sessions: readonly (LockedSession & { counters: LimitCounters })[]): string =>
  JSON.stringify(sessions.map(({ organizationId, id, at, counters }) => ({ organizationId, id, at, ...counters })));

const recorded = (entries: readonly DecisionEntry[], outcomes: readonly Outcome[]): RecordedOutcome[] =>
  entries.map((entry, index) => ({ ...(outcomes[index] as Outcome), id: entry.id, rule: entry.rule }));

/** The JSON array that `jsonb_to_recordset` reads. */
export const rowsJson = (entries: readonly DecisionEntry[], outcomes: readonly Outcome[]): string =>
  JSON.stringify(entries.map((entry, index) => rowOf(entry, outcomes[index] as Outcome)));

const rowOf = (entry: DecisionEntry, outcome: Outcome): DecisionRow => ({
  id: entry.id,
  organizationId: entry.organizationId,
  at: new Date(entry.at).toISOString(),
  developerId: entry.developerId,
  clientId: entry.clientId,
  groupIds: entry.groupIds,
  sessionId: entry.sessionId,
  agentId: entry.agentId,
  toolUseId: entry.toolUseId,
  source: entry.source,
  tool: entry.tool,
  summary: entry.summary,
  action: entry.action,
  permissionMode: entry.permissionMode,
  verdict: outcome.verdict,
  fallback: outcome.fallback,
  tier: outcome.tier,
  rule: entry.rule,
  cleared: entry.cleared?.map(({ rule }) => rule) ?? [],
  clearedBy: entry.cleared?.map(({ by }) => by) ?? [],
  reason: outcome.reason,
  evidence: entry.evidence,
  enforcement: entry.enforcement,
  answer: outcome.answer,
  revision: entry.revision,
  latencyUs: entry.latencyUs,
  llm: entry.llm ?? null,
  isDemo: entry.isDemo,
});
