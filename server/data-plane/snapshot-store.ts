import type pg from "pg";
import type { Logger } from "pino";
import type { AdvisoryIndex } from "@/lib/decision/advisories/advisory-index";
import type { DecisionPolicy } from "@/lib/decision/types";
import { AccessLoader } from "@/lib/delivery/access-loader";
import type { ClientRecord } from "@/lib/delivery/access-table";
import type { AudienceDocument } from "@/lib/delivery/audience-document";
import { loadDocument } from "@/lib/delivery/load-document";
import { PublishedPolicy, type RevisionRow } from "@/lib/delivery/published-policy";
import type { ApiCaller, Developer, Snapshot } from "@/lib/delivery/snapshot";
import { timedQuery } from "@/lib/delivery/timed-query";
import { unavailable } from "@/lib/http/errors";

type Options = { baseUrl: string; logger: Logger; pollEveryMs?: number; advisories?: AdvisoryIndex };
type Serials = { id: string; policySerial: number; accessSerial: number };
type Loaded = { policySerial: number; published: PublishedPolicy | null };

const SERIALS = `SELECT id, "policySerial", "accessSerial" FROM "Organization"`;
const LATEST_REVISION = `SELECT id, number, policy, "publishedAt" FROM "Revision" WHERE "organizationId" = $1 ORDER BY number DESC LIMIT 1`;

/**
 * The memory of a data plane, for all organizations. Polls their serials and reloads only what changed; keeps serving
 * the last good state while the database is away, or while what changed in one organization cannot be loaded.
 */
export class SnapshotStore implements Snapshot {
  readonly #pool: pg.Pool;
  readonly #options: Options;
  readonly #access: AccessLoader;
  readonly #organizations = new Map<string, Loaded>();
  #timer: NodeJS.Timeout | null = null;
  #polling: Promise<void> = Promise.resolve();
  #stopped = false;
  #loadedAtMs: number | null = null;
  #failingSinceMs: number | null = null;
  #isDatabaseAway = false;

  constructor(pool: pg.Pool, options: Options) {
    this.#pool = pool;
    this.#options = options;
    this.#access = new AccessLoader(pool);
  }

  /** Resolves when the first load succeeded or failed; goes on polling either way. */
  async start(): Promise<void> {
    await this.refresh();
    this.#schedule();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#polling;
  }

  /** Loaded once: from then on everything can be answered, if need be from the last good state. */
  get isReady(): boolean {
    return this.#loadedAtMs !== null;
  }

  get isDatabaseAway(): boolean {
    return this.#isDatabaseAway;
  }

  /** For how long something that changed could not be loaded; 0 when all is as the database has it. */
  staleMs = (now = Date.now()): number => (this.#failingSinceMs === null ? 0 : now - this.#failingSinceMs);

  clientById = (clientId: string): ClientRecord | null => this.#access.table.clientById(clientId);

  /** Null before the first revision. @throws AppError 503 while it is not known whether there is one */
  publishedPolicyOf(organizationId: string): PublishedPolicy | null {
    const loaded = this.#organizations.get(organizationId);
    if (!loaded) throw unavailable("policy_not_loaded", "The organization's policy is not loaded yet. Try again in a moment."); // prettier-ignore
    return loaded.published;
  }

  developerOfClient(clientId: string, tokenEpoch?: number): Developer | null {
    const client = this.clientById(clientId);
    // Should whoever asks have failed to learn it (the database was away), the next request finds it.
    if (!client) void this.learnClient(clientId).catch(() => {});
    if (!client || (tokenEpoch !== undefined && tokenEpoch !== client.tokenEpoch)) return null;
    const { member } = client;
    return { organizationId: member.organizationId, memberId: member.id, clientId, groupIds: member.groupIds };
  }

  async learnClient(clientId: string): Promise<void> {
    await this.#access.learnClient(clientId).catch((cause: unknown) => {
      throw unavailable("database_unavailable", "Gatehouse cannot look this client up. Try again in a moment.", cause);
    });
  }

  developerByEmail(organizationId: string, email: string): Developer | null {
    const member = this.#access.table.memberByEmail(email.toLowerCase());
    if (member?.organizationId !== organizationId) return null;
    return { organizationId, memberId: member.id, clientId: null, groupIds: member.groupIds };
  }

  apiCaller(tokenHash: string, now: number): ApiCaller | null {
    const token = this.#access.table.tokenByHash(tokenHash);
    return token && now < token.expiresAtMs ? token.caller : null;
  }

  decisionPolicyOf(developer: Developer): DecisionPolicy | null {
    return this.publishedPolicyOf(developer.organizationId)?.decisionPolicyFor(developer.groupIds) ?? null;
  }

  documentOf(published: PublishedPolicy, audienceKey: string): Promise<AudienceDocument> {
    const onUnstored = (error: unknown) =>
      this.#options.logger.warn({ err: error, audienceKey }, "document compiled but not stored");
    const deps = { pool: this.#pool, baseUrl: this.#options.baseUrl, onUnstored };
    return published.documentFor(audienceKey, () => loadDocument(deps, published.revision, audienceKey));
  }

  /** Polls now; tests and the end of a sign-in use it to not wait for the next turn. */
  refresh(): Promise<void> {
    return (this.#polling = this.#polling.then(() => this.#poll()));
  }

  #schedule(): void {
    if (this.#stopped) return;
    // Spread, so that many data planes do not ask in the same moment; below a second with the time a reload takes.
    const delayMs = (this.#options.pollEveryMs ?? 750) * (0.85 + Math.random() * 0.3);
    this.#timer = setTimeout(() => void this.refresh().then(() => this.#schedule()), delayMs).unref();
  }

  async #poll(): Promise<void> {
    try {
      const rows = await timedQuery<Serials>(this.#pool, SERIALS, []);
      this.#isDatabaseAway = false;
      this.#forgetAllBut(new Set(rows.map(({ id }) => id)));
      const failures = await this.#updateEach(rows);
      if (failures.length < Math.max(rows.length, 1)) this.#loadedAtMs ??= Date.now();
      if (failures.length === 0) this.#noteSuccess();
      else this.#noteFailure("an organization could not be loaded; serving its last good state", { failures });
    } catch (error) {
      this.#isDatabaseAway = true;
      this.#noteFailure("database is away; serving the last good state", { err: error });
    }
  }

  /** One organization after the other: what is wrong with one keeps none of the others from what changed in them. */
  async #updateEach(rows: readonly Serials[]): Promise<{ organizationId: string; error: string }[]> {
    const failures: { organizationId: string; error: string }[] = [];
    for (const serials of rows)
      await this.#update(serials).catch((error: unknown) => {
        failures.push({ organizationId: serials.id, error: String(error) });
      });
    return failures;
  }

  /** Serials are read before what they stand for, so a change in between is loaded again and never missed. */
  async #update({ id, policySerial, accessSerial }: Serials): Promise<void> {
    const updates = [this.#updatePolicy(id, policySerial), this.#access.update(id, accessSerial)];
    for (const update of await Promise.allSettled(updates)) if (update.status === "rejected") throw update.reason;
  }

  async #updatePolicy(id: string, policySerial: number): Promise<void> {
    const known = this.#organizations.get(id);
    if (known?.policySerial === policySerial) return;
    this.#organizations.set(id, { policySerial, published: await this.#loadPolicy(id, known?.published ?? null) });
  }

  async #loadPolicy(organizationId: string, present: PublishedPolicy | null): Promise<PublishedPolicy | null> {
    const rows = await timedQuery<RevisionRow>(this.#pool, LATEST_REVISION, [organizationId], 10_000);
    const [revision] = rows;
    if (!revision) return null;
    return revision.id === present?.revision.id ? present : new PublishedPolicy(revision, this.#options.advisories);
  }

  #forgetAllBut(organizationIds: ReadonlySet<string>): void {
    for (const id of this.#organizations.keys())
      if (!organizationIds.has(id)) {
        this.#organizations.delete(id);
        this.#access.forget(id);
      }
  }

  #noteSuccess(): void {
    if (this.#failingSinceMs !== null) this.#options.logger.info("all that changed is loaded");
    this.#failingSinceMs = null;
  }

  #noteFailure(what: string, why: Record<string, unknown>): void {
    if (this.#failingSinceMs === null) this.#options.logger.error(why, what);
    this.#failingSinceMs ??= Date.now();
  }
}

export const createSnapshotStore = (pool: pg.Pool, options: Options): SnapshotStore => new SnapshotStore(pool, options);
