import type { DecisionPolicy } from "@/lib/decision/types";

/** Who asks, resolved from a hook token, an access token or a REST body, with the groups of this moment. */
export type Developer = {
  organizationId: string;
  memberId: string;
  /** Null for REST calls, which come from no signed-in client. */
  clientId: string | null;
  groupIds: readonly string[];
};

export type ApiCaller = { tokenId: string; name: string; organizationId: string; scopes: readonly string[] };

/**
 * What a data plane keeps in memory so that a decision or a 304 costs no query. Implementations learn of a published
 * revision or a revoked client within a second (serials on Organization).
 */
export interface Snapshot {
  /**
   * Null when the client is unknown or revoked, or its member disabled.
   * @param tokenEpoch of the hook token that names the client: null when a newer one replaced it
   */
  developerOfClient(clientId: string, tokenEpoch?: number): Developer | null;
  /**
   * Looks up a client that signed in a moment ago, once, when it is not known yet; resolves at once when it is. Call it
   * for clients named by a token of ours, after its signature was checked. @throws AppError 503 when the database is away
   */
  learnClient(clientId: string): Promise<void>;
  developerByEmail(organizationId: string, email: string): Developer | null;
  /** @param tokenHash SHA-256 of the token, hex. Null when unknown, revoked or expired. */
  apiCaller(tokenHash: string, now: number): ApiCaller | null;
  /** The rules this developer's decisions are made under. Null before the first revision. */
  decisionPolicyOf(developer: Developer): DecisionPolicy | null;
}
