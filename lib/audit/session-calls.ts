import type { Pool } from "pg";
import { MAX_EARLIER_CALLS } from "@/lib/decision/earlier";
import type { EarlierCall } from "@/lib/decision/types";

/** Whose calls: session ids come from clients, so those of another developer or client are another's. */
export type Caller = { organizationId: string; sessionId: string; developerId: string; clientId: string | null };

const OWN = `"organizationId" = $1 AND "sessionId" = $2 AND "developerId" = $3 AND "clientId" IS NOT DISTINCT FROM $4
  AND "source" <> 'client' AND "tier" <> 'safe-tool'`;
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
      FROM "Decision" WHERE ${OWN} AND "answer" <> 'deny' ORDER BY "id" DESC LIMIT ${MAX_EARLIER_CALLS}`,
    values: valuesOf(caller),
  });
  return rows.reverse();
}

export type SessionCall = { id: string; tool: string; action: unknown; answer: string };

/** A longer session begins later, in steps: between two of them it begins with the same call, so that a prompt made of it can be cached. */
const MOST_CALLS = 600;
const STEP = 300;

/** All calls of a session but those that only look, oldest first. */
export async function loadSessionCalls(pool: Pool, caller: Caller): Promise<SessionCall[]> {
  const { rows } = await pool.query<SessionCall>({
    name: "session-calls",
    text: `SELECT "id", "tool", jsonb_build_object('input', "action"->'input') AS "action", "answer" FROM "Decision"
      WHERE ${OWN} ORDER BY "id"
      OFFSET (SELECT greatest(0, ceil((count(*) - ${MOST_CALLS}) / ${STEP}.0) * ${STEP})::int FROM "Decision" WHERE ${OWN})`,
    values: valuesOf(caller),
  });
  return rows;
}
