import type { ClientBase, Pool } from "pg";
import type { Json } from "./clean-json";

/** A hook event that asks for no decision, on its way to the record: masked and cut to size. */
export type SessionEventEntry = {
  id: string;
  organizationId: string;
  sessionId: string;
  developerId: string | null;
  clientId: string | null;
  /** ISO time. */
  at: string;
  event: string;
  toolUseId: string | null;
  payload: Json;
};

export async function recordSessionEvents(client: ClientBase, entries: readonly SessionEventEntry[]): Promise<void> {
  await client.query({
    name: "session-events-insert",
    text: `INSERT INTO "SessionEvent"
      ("id", "organizationId", "sessionId", "developerId", "clientId", "at", "event", "toolUseId", "payload")
      SELECT "id", "organizationId", "sessionId", "developerId", "clientId", "at", "event", "toolUseId", "payload"
      FROM jsonb_to_recordset($1::jsonb) AS e("id" uuid, "organizationId" uuid, "sessionId" text, "developerId" uuid,
        "clientId" uuid, "at" timestamptz, "event" text, "toolUseId" text, "payload" jsonb)`,
    values: [JSON.stringify(entries)],
  });
}

const PROMPTS = 20;

/** What the user wrote last in a session, oldest first, whichever data plane it reached. */
export async function loadUserMessages(pool: Pool, organizationId: string, sessionId: string): Promise<string[]> {
  const { rows } = await pool.query<{ prompt: string | null }>({
    name: "session-prompts",
    text: `SELECT "payload"->>'prompt' AS prompt FROM "SessionEvent"
      WHERE "organizationId" = $1 AND "sessionId" = $2 AND "event" = 'UserPromptSubmit' ORDER BY "id" DESC LIMIT ${PROMPTS}`,
    values: [organizationId, sessionId],
  });
  return rows.flatMap(({ prompt }) => (prompt === null ? [] : [prompt])).reverse();
}
