import { LRUCache } from "lru-cache";
import type pg from "pg";
import { AccessTable } from "./access-table";
import { dropRevoked, loadAccess, loadClient } from "./load-access";

/** How long a client that may not ask is remembered as such, so that its retries cost no query. */
const UNKNOWN_CLIENT_MS = 10_000;
/** Clocks of the processes that revoke may differ from ours by as much. */
const CLOCK_TOLERANCE_MS = 300_000;
/**
 * A load of 100,000 clients takes two seconds, most of them PostgreSQL's. Loads that long leave four times their length
 * free before the next, so changes that follow each other are loaded together; a load below this follows at once.
 */
const SHORT_LOAD_MS = 250;

type State = { loadedSerial: number; droppedSerial: number; loadedAtMs: number; notBeforeMs: number };

/** Keeps an AccessTable up to date: what was taken away at once, what was added or changed in whole loads. */
export class AccessLoader {
  readonly table = new AccessTable();
  readonly #pool: pg.Pool;
  readonly #states = new Map<string, State>();
  readonly #unknownClients = new LRUCache<string, true>({ max: 10_000, ttl: UNKNOWN_CLIENT_MS });
  #generation = 0;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** @param serial Organization.accessSerial, read before this call */
  async update(organizationId: string, serial: number): Promise<void> {
    const state = this.#states.get(organizationId);
    if (state?.loadedSerial === serial) return;
    const startedAtMs = Date.now();
    const generation = ++this.#generation;
    if (state && state.droppedSerial !== serial) {
      await dropRevoked(this.#pool, this.table, organizationId, new Date(state.loadedAtMs - CLOCK_TOLERANCE_MS));
      state.droppedSerial = serial;
    }
    if (state && startedAtMs < state.notBeforeMs) return;
    await loadAccess(this.#pool, this.table, organizationId, generation);
    const tookMs = Date.now() - startedAtMs;
    const notBeforeMs = tookMs < SHORT_LOAD_MS ? 0 : Date.now() + 4 * tookMs;
    this.#states.set(organizationId, {
      loadedSerial: serial,
      droppedSerial: serial,
      loadedAtMs: startedAtMs,
      notBeforeMs,
    });
  }

  /** Looks up one client that signed in after the last load. @throws when the database is away */
  async learnClient(clientId: string): Promise<void> {
    if (this.table.clientById(clientId) || this.#unknownClients.has(clientId)) return;
    const client = await loadClient(this.#pool, this.table, clientId, () => this.#generation);
    if (!client) this.#unknownClients.set(clientId, true);
  }

  /** Of an organization that is no more. */
  forget(organizationId: string): void {
    this.#states.delete(organizationId);
    this.table.sweep(organizationId, ++this.#generation);
  }
}
