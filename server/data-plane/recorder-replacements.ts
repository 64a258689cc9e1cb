import { setTimeout as delay } from "node:timers/promises";
import type { PoolClient } from "pg";
import type { DecisionEntry } from "@/lib/audit/decision-entry";
import { replaceUnconfirmed } from "@/lib/audit/replace-unconfirmed";

const MAX_KEPT = 20_000;
const BATCH = 200;
const RETRY_MS = 1_000;

type OnConnection = (work: (client: PoolClient) => Promise<void>) => Promise<void>;

/**
 * Keeps the entries whose record was not confirmed and, once the database answers again, writes for each what the client was
 * really told. In memory only: a process that dies in an outage loses them, but never told anyone `allow`.
 */
export function createReplacements(
  onConnection: OnConnection,
  logger?: { warn(details: object, message: string): void },
) {
  let kept: DecisionEntry[] = [];
  let running: Promise<void> | null = null;
  let closing = false;

  const writeAll = async () => {
    while (kept.length > 0) {
      const batch = kept.slice(0, BATCH);
      try {
        await onConnection((client) => replaceUnconfirmed(client, batch));
        kept = kept.slice(batch.length);
      } catch (error) {
        if (closing) {
          logger?.warn({ count: kept.length, error: String(error) }, "unconfirmed records were left as they are");
          return;
        }
        await delay(RETRY_MS, undefined, { ref: false });
      }
    }
  };

  const run = () => (running ??= writeAll().finally(() => (running = null)));

  return {
    add(entries: readonly DecisionEntry[]) {
      logger?.warn({ count: entries.length }, "records could not be confirmed; answered with ask");
      kept = [...kept, ...entries].slice(-MAX_KEPT);
      void run();
    },
    flush: () => running ?? Promise.resolve(),
    async close() {
      closing = true;
      await (running ?? Promise.resolve());
    },
  };
}
