import type { Pool } from "pg";
import { MAX_EARLIER_CALLS } from "@/lib/decision/earlier";
import type { EarlierCall } from "@/lib/decision/types";

/** Whose calls: session ids come from clients, so those of another developer or client are another's. */
export type Caller = { organizationId: string; sessionId: string; developerId: string; clientId: string | null };

/**
 * Of a session so many of its latest decisions are looked at, whoever made them, and no more: the longest is then read as fast as any.
 * Reading and searching are most of a session, and other callers may use its id, so these are more than are wanted.
 */
const LOOKED_AT = 5_000;
const NEWEST = `(SELECT * FROM "Decision" WHERE "organizationId" = $1 AND "sessionId" = $2 ORDER BY "id" DESC LIMIT ${LOOKED_AT})`;
const OWN = `"developerId" = $3 AND "clientId" IS NOT DISTINCT FROM $4 AND "source" <> 'client' AND "tier" <> 'safe-tool'`;
const valuesOf = ({ organizationId, sessionId, developerId, clientId }: Caller) => [
  organizationId,
  sessionId,
  developerId,
  clientId,
];

/** The latest calls of a session that were not refused, oldest first, as the record keeps them. Whether they ran is not known. */
export async function loadEarlierCalls(pool: Pool, caller: Caller): Promise<EarlierCall[]> {
  const { rows } = await pool.query<EarlierCall>({
    name: "session-earlier-calls",
    text: `SELECT "tool", coalesce("action"->'input', '{}') AS "input", coalesce("action"->>'cwd', '/') AS "cwd"
      FROM ${NEWEST} newest WHERE ${OWN} AND "answer" <> 'deny' ORDER BY "id" DESC LIMIT ${MAX_EARLIER_CALLS}`,
    values: valuesOf(caller),
  });
  return rows.reverse();
}

type SessionCall = { id: string; tool: string; action: unknown; answer: string };

/** `isWhole`: nothing older was left out. */
type SessionCalls = { calls: readonly SessionCall[]; isWhole: boolean };

/** Of a longer session the latest: between 300 and 600. */
const MOST_CALLS = 600;
const LEAST_CALLS = 300;

/** The calls of a session but those that only look, oldest first; of a long session its newest part. */
export async function loadSessionCalls(pool: Pool, caller: Caller): Promise<SessionCalls> {
  const { rows } = await pool.query<(SessionCall | { id: null }) & { lookedAt: number }>({
    name: "session-calls",
    text: `WITH newest AS ${NEWEST}
      SELECT looked."at"::int AS "lookedAt", calls.* FROM (SELECT count(*) AS "at" FROM newest) looked LEFT JOIN (
        SELECT "id", "tool", jsonb_build_object('input', "action"->'input') AS "action", "answer" FROM newest
        WHERE ${OWN} ORDER BY "id" DESC LIMIT ${MOST_CALLS + 1}
      ) calls ON true ORDER BY calls."id"`,
    values: valuesOf(caller),
  });
  const calls = rows.flatMap((row) => (row.id === null ? [] : [{ id: row.id, tool: row.tool, action: row.action, answer: row.answer }]));
  if (calls.length > MOST_CALLS) return { calls: fromSteadyStart(calls.slice(-MOST_CALLS)), isWhole: false };
  return { calls, isWhole: (rows[0]?.lookedAt ?? 0) < LOOKED_AT };
} // prettier-ignore

/**
 * A window that moves along with the session would begin differently each time, and a prompt made of it could not be cached. It begins at
 * the call whose id happens to end lowest among those that may be left out: the same one for a hundred decisions or two, without a count
 * of all.
 */
function fromSteadyStart(calls: readonly SessionCall[]): readonly SessionCall[] {
  const ends = calls.slice(0, calls.length - LEAST_CALLS).map(({ id }) => id.slice(-12));
  const lowest = ends.reduce((best, end, at) => (end < (ends[best] ?? end) ? at : best), 0);
  return calls.slice(lowest);
}
