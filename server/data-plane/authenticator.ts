import { LRUCache } from "lru-cache";
import type { ClientRecord } from "@/lib/delivery/access-table";
import { unauthenticated, unavailable } from "@/lib/http/errors";
import { verifyAccessToken } from "@/lib/signin/access-token";
import type { SnapshotStore } from "./snapshot-store";

type Verified = { clientId: string; expiresAtMs: number };

/** Access tokens whose signature was checked; a busy data plane meets the same ones again and again. */
const REMEMBERED_TOKENS = 50_000;

/** Finds the client behind an Authorization header. Whether it still may ask is looked up each time, in memory. */
export class Authenticator {
  readonly #verified = new LRUCache<string, Verified>({ max: REMEMBERED_TOKENS });
  readonly #issuer: { baseUrl: string; secret: string };
  readonly #snapshot: SnapshotStore;

  constructor(issuer: { baseUrl: string; secret: string }, snapshot: SnapshotStore) {
    this.#issuer = issuer;
    this.#snapshot = snapshot;
  }

  /** At once and without cryptography, for a header that was verified before; null says nothing but "ask `clientOf`". */
  rememberedClient(authorization: string | undefined): ClientRecord | null {
    const verified = authorization === undefined ? undefined : this.#verified.get(authorization);
    if (!verified || verified.expiresAtMs <= Date.now()) return null;
    return this.#snapshot.clientById(verified.clientId);
  }

  /** @throws AppError 401 for anything but a valid token of a client that may ask; 503 while that cannot be known */
  async clientOf(authorization: string | undefined): Promise<ClientRecord> {
    const remembered = this.rememberedClient(authorization);
    if (remembered) return remembered;
    const token = authorization && /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (!token) throw unauthenticated("An access token is missing. Sign in to Gatehouse with /login.");
    const verified = await verifyAccessToken(this.#issuer, token);
    if (!verified) throw unauthenticated("This access token is not valid or has expired.");
    if (!this.#snapshot.isReady) throw unavailable("starting", "Gatehouse is starting. Try again in a moment.");
    await this.#snapshot.learnClient(verified.clientId);
    const client = this.#snapshot.clientById(verified.clientId);
    if (!client) throw unauthenticated("This sign-in was ended. Sign in to Gatehouse again with /login.");
    this.#verified.set(authorization, verified);
    return client;
  }
}
