import type { PoolClient } from "pg";
import { newId } from "@/lib/db/id";
import type { Outcome } from "@/lib/decision/outcome";
import type { AuditAction } from "./actions";
import type { DecisionEntry } from "./decision-entry";
import { insertDecisions } from "./decision-sql";
import { rowsJson } from "./record-decisions";

/** What was answered when no record could be confirmed. */
export const UNAVAILABLE: Outcome = {
  verdict: "ask",
  fallback: false,
  tier: "unavailable",
  reason: "Gatehouse could not record its decision in time, so it asked instead.",
  answer: "ask",
};

type Said = { id: string; verdict: string; answer: string };
type Written = Said & { organizationId: string };

/**
 * Puts what really was answered in the place of records that were never confirmed to anyone. The first writing may have
 * failed, may have succeeded unheard, or may still be under way: a row that is there is replaced; one that is being
 * written is waited for and makes this fail, to be tried again; one written later fails on the id. So a record that
 * says `allow` was confirmed before the answer was sent.
 */
export async function replaceUnconfirmed(client: PoolClient, entries: readonly DecisionEntry[]): Promise<void> {
  const outcomes = entries.map((entry) => entry.settled ?? UNAVAILABLE);
  const replaced = entries.map((entry) =>
    entry.settled ? entry : { ...entry, rule: null, cleared: [], evidence: [] },
  );
  const told = entries.map(({ id }, index): Said => saidBy({ id, ...(outcomes[index] ?? UNAVAILABLE) }));
  try {
    await client.query("BEGIN");
    await removeWritten(client, told);
    await client.query(insertDecisions(rowsJson(replaced, outcomes)));
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

const saidBy = ({ id, verdict, answer }: Said): Said => ({ id, verdict, answer });

async function removeWritten(client: PoolClient, told: readonly Said[]): Promise<void> {
  const { rows } = await client.query<Written>(
    'SELECT "id", "organizationId", "verdict", "answer" FROM "Decision" WHERE "id" = ANY($1::uuid[]) FOR UPDATE',
    [told.map(({ id }) => id)],
  );
  for (const organizationId of new Set(rows.map((row) => row.organizationId))) {
    const before = rows.filter((row) => row.organizationId === organizationId).map(saidBy);
    const ids = before.map(({ id }) => id);
    await enterInTrail(client, organizationId, before, told.filter(({ id }) => ids.includes(id))); // prettier-ignore
    await client.query('DELETE FROM "Decision" WHERE "id" = ANY($1::uuid[])', [ids]);
  }
}

const ACTION: AuditAction = "decision.replace";

/** The database lets go of a record only for an entry of this transaction that tells what the record said. */
async function enterInTrail(client: PoolClient, organizationId: string, before: Said[], after: Said[]): Promise<void> {
  const id = newId();
  await client.query("SELECT set_config('gatehouse.audit_entry', $1, true)", [id]);
  await client.query(
    `INSERT INTO "AuditEntry" ("id", "organizationId", "at", "actorType", "actorLabel", "action", "targetType",
       "targetLabel", "before", "after", "changedFields", "reason", "requestId")
     VALUES ($1, $2, now(), 'system', 'Gatehouse', $3, 'decision', $4, $5, $6, '{decisions}', $7, $8)`,
    [
      id,
      organizationId,
      ACTION,
      before.length === 1 ? "1 record" : `${before.length} records`,
      JSON.stringify({ decisions: before }),
      JSON.stringify({ decisions: after }),
      UNAVAILABLE.reason,
      `replace-${id}`,
    ],
  );
}
