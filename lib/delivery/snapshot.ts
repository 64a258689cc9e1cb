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
  /** Null when the client is unknown or revoked, or its member disabled. */
  developerOfClient(clientId: string): Developer | null;
  developerByEmail(organizationId: string, email: string): Developer | null;
  /** @param tokenHash SHA-256 of the token, hex. Null when unknown, revoked or expired. */
  apiCaller(tokenHash: string, now: number): ApiCaller | null;
  /** The rules this developer's decisions are made under. Null before the first revision. */
  decisionPolicyOf(developer: Developer): DecisionPolicy | null;
}
