import type { PoolClient } from "pg";
import type { Outcome } from "@/lib/decision/outcome";
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

/**
 * Puts what really was answered in the place of records that were never confirmed to anyone. The first writing may have
 * failed, may have succeeded unheard, or may still be under way: a row that is there is replaced; one that is being
 * written is waited for and makes this fail, to be tried again; one written later fails on the id. So a record that
 * says `allow` was confirmed before the answer was sent.
 */
export async function replaceUnconfirmed(client: PoolClient, entries: readonly DecisionEntry[]): Promise<void> {
  const outcomes = entries.map((entry) => entry.settled ?? UNAVAILABLE);
  const replaced = entries.map((entry) => (entry.settled ? entry : { ...entry, rule: null, evidence: [] }));
  try {
    await client.query("BEGIN");
    await client.query('DELETE FROM "Decision" WHERE "id" = ANY($1::uuid[])', [entries.map((entry) => entry.id)]);
    await client.query(insertDecisions(rowsJson(replaced, outcomes)));
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}
