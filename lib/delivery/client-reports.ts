import { LRUCache } from "lru-cache";
import type pg from "pg";
import type { ClientRecord } from "./access-table";

/** What has not changed is written at most this often: a client that polls every second costs one write a minute. */
const REPEAT_MS = 60_000;

type Delivered = { id: string; at: string; revision: number; checksum: string; version: string | null };
type Applied = { id: string; at: string; checksum: string };
type Used = { id: string; at: string };

// Rows are locked in the order of their ids, so that two processes never wait for each other.
const WRITE_DELIVERED = `WITH r AS (
    SELECT * FROM jsonb_to_recordset($1) AS r(id uuid, at timestamptz, revision int, checksum text, version text)
  ), locked AS (SELECT c.id FROM "Client" c JOIN r USING (id) ORDER BY c.id FOR UPDATE OF c)
  UPDATE "Client" c SET "deliveredRevision" = r.revision, "deliveredChecksum" = r.checksum, "deliveredAt" = r.at,
    "lastSeenAt" = greatest(c."lastSeenAt", r.at), version = coalesce(r.version, c.version)
  FROM r JOIN locked USING (id) WHERE c.id = r.id AND (c."deliveredAt" IS NULL OR c."deliveredAt" <= r.at)`;

// A checksum stands for the revision that was delivered under it; one that we never sent stands for none.
const WRITE_APPLIED = `WITH r AS (
    SELECT * FROM jsonb_to_recordset($1) AS r(id uuid, at timestamptz, checksum text)
  ), locked AS (SELECT c.id FROM "Client" c JOIN r USING (id) ORDER BY c.id FOR UPDATE OF c)
  UPDATE "Client" c SET "appliedChecksum" = r.checksum, "appliedAt" = r.at, "lastSeenAt" = greatest(c."lastSeenAt", r.at),
    "appliedRevision" = CASE r.checksum WHEN c."deliveredChecksum" THEN c."deliveredRevision"
      WHEN c."appliedChecksum" THEN c."appliedRevision" END
  FROM r JOIN locked USING (id) WHERE c.id = r.id AND (c."appliedAt" IS NULL OR c."appliedAt" <= r.at)`;

const WRITE_USED = `WITH r AS (
    SELECT * FROM jsonb_to_recordset($1) AS r(id uuid, at timestamptz)
  ), locked AS (SELECT t.id FROM "ApiToken" t JOIN r USING (id) ORDER BY t.id FOR UPDATE OF t)
  UPDATE "ApiToken" t SET "lastUsedAt" = r.at
  FROM r JOIN locked USING (id) WHERE t.id = r.id AND (t."lastUsedAt" IS NULL OR t."lastUsedAt" <= r.at - interval '1 minute')`;

/**
 * Notes what clients were sent, what they say they run, and when API tokens were used, in memory, and writes it in batches off the
 * request path. What a crash loses is told again by the clients' next request.
 */
export class ClientReports {
  readonly #pool: pg.Pool;
  readonly #onError: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #noted = new WeakMap<ClientRecord, { delivered?: Note; applied?: Note }>();
  #delivered = new Map<string, Delivered>();
  #applied = new Map<string, Applied>();
  readonly #lastUsedMs = new LRUCache<string, number>({ max: 10_000 });
  #used = new Map<string, Used>();
  #flushing: Promise<void> = Promise.resolve();

  constructor(pool: pg.Pool, options: { flushEveryMs?: number; onError: (error: unknown) => void }) {
    this.#pool = pool;
    this.#onError = options.onError;
    this.#timer = setInterval(() => void this.flush(), options.flushEveryMs ?? 2_000).unref();
  }

  /** @param versionOf reads the client's version; called only when there is something to write */
  delivered(
    client: ClientRecord,
    document: { revisionNumber: number },
    checksum: string,
    versionOf: () => string | null,
  ) {
    const now = Date.now();
    if (!this.#isNews(client, "delivered", checksum, now)) return;
    const { id } = client;
    const at = new Date(now).toISOString();
    this.#delivered.set(id, { id, at, revision: document.revisionNumber, checksum, version: versionOf() });
  }

  applied(client: ClientRecord, checksum: string) {
    const now = Date.now();
    if (!this.#isNews(client, "applied", checksum, now)) return;
    this.#applied.set(client.id, { id: client.id, at: new Date(now).toISOString(), checksum });
  }

  /** @param tokenId of an API token that was found to be valid */
  used(tokenId: string) {
    const now = Date.now();
    if (now - (this.#lastUsedMs.get(tokenId) ?? 0) < REPEAT_MS) return;
    this.#lastUsedMs.set(tokenId, now);
    this.#used.set(tokenId, { id: tokenId, at: new Date(now).toISOString() });
  }

  flush(): Promise<void> {
    return (this.#flushing = this.#flushing.then(() => this.#write()));
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  #isNews(client: ClientRecord, kind: "delivered" | "applied", checksum: string, now: number): boolean {
    const notes = this.#noted.get(client) ?? {};
    const last = notes[kind];
    if (last?.checksum === checksum && now - last.atMs < REPEAT_MS) return false;
    this.#noted.set(client, { ...notes, [kind]: { checksum, atMs: now } });
    return true;
  }

  async #write(): Promise<void> {
    const delivered = this.#delivered;
    const applied = this.#applied;
    this.#delivered = new Map();
    const used = this.#used;
    this.#applied = new Map();
    this.#used = new Map();
    try {
      await this.#send(WRITE_DELIVERED, delivered);
      delivered.clear();
      await this.#send(WRITE_APPLIED, applied);
      applied.clear();
      await this.#send(WRITE_USED, used);
    } catch (error) {
      this.#onError(error);
      // Newer notes win over what could not be written.
      this.#delivered = new Map([...delivered, ...this.#delivered]);
      this.#applied = new Map([...applied, ...this.#applied]);
      this.#used = new Map([...used, ...this.#used]);
    }
  }

  async #send(sql: string, batch: Map<string, unknown>): Promise<void> {
    if (batch.size > 0) await this.#pool.query(sql, [JSON.stringify([...batch.values()])]);
  }
}

type Note = { checksum: string; atMs: number };
