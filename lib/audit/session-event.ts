import type { ClientBase, Pool } from "pg";
import type { Json } from "./clean-json";
import { spokenPrompts, spokenWords, type TurnEvent } from "./spoken-words";

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

/** Events that are there already are left as they are: one may be written again where its first writing was not confirmed. */
export async function recordSessionEvents(client: ClientBase, entries: readonly SessionEventEntry[]): Promise<void> {
  await client.query({
    name: "session-events-insert",
    text: `INSERT INTO "SessionEvent"
      ("id", "organizationId", "sessionId", "developerId", "clientId", "at", "event", "toolUseId", "payload")
      SELECT "id", "organizationId", "sessionId", "developerId", "clientId", "at", "event", "toolUseId", "payload"
      FROM jsonb_to_recordset($1::jsonb) AS e("id" uuid, "organizationId" uuid, "sessionId" text, "developerId" uuid,
        "clientId" uuid, "at" timestamptz, "event" text, "toolUseId" text, "payload" jsonb)
      ON CONFLICT ("id") DO NOTHING`,
    values: [JSON.stringify(entries)],
  });
}

/** More than a person writes in a session that was not compacted since. */
const TURN_EVENTS = 200;

export type Speaker = { organizationId: string; sessionId: string; clientId: string; promptId: string | null };

/** What the user wrote in a session through this client, oldest first, whichever data plane it reached. See spokenWords. */
export const loadUserMessages = async (pool: Pool, speaker: Speaker): Promise<string[]> =>
  spokenWords(await loadTurns(pool, speaker), speaker.promptId);

/** The same, each with the id of its event: ids are in the order of time. */
export async function loadSpokenPrompts(pool: Pool, speaker: Speaker): Promise<{ id: string; text: string }[]> {
  const spoken = spokenPrompts(await loadTurns(pool, speaker), speaker.promptId);
  return spoken.map(({ event, text }) => ({ id: event.id, text }));
}

async function loadTurns(pool: Pool, speaker: Speaker): Promise<(TurnEvent & { id: string })[]> {
  const { rows } = await pool.query<TurnEvent & { id: string }>({
    name: "session-turns",
    text: `SELECT "id", "event", coalesce("payload"->>'forbids' || E'\\n', '') || ("payload"->>'prompt') AS "prompt",
        "payload"->>'prompt_id' AS "promptId" FROM "SessionEvent"
      WHERE "organizationId" = $1 AND "sessionId" = $2 AND "clientId" = $3 AND "event" IN ('UserPromptSubmit', 'Stop')
      ORDER BY "id" DESC LIMIT ${TURN_EVENTS}`,
    values: [speaker.organizationId, speaker.sessionId, speaker.clientId],
  });
  return rows.reverse();
}
