import type { ApiCaller } from "./snapshot";
import type { AudienceDocument } from "./audience-document";

export type MemberRecord = {
  id: string;
  organizationId: string;
  email: string;
  audienceKey: string;
  groupIds: readonly string[];
  generation: number;
  /** False on a record that others may still hold after the member was disabled. */
  isActive: boolean;
};

/** What a client was last sent, so that the next request can be answered from memory. */
export type Delivery = { document: AudienceDocument; tokenEpoch: number; etag: string; checksum: string };

export type ClientRecord = {
  id: string;
  member: MemberRecord;
  tokenEpoch: number;
  generation: number;
  delivery: Delivery | null;
};

type TokenRecord = { caller: ApiCaller; expiresAtMs: number; generation: number };

export type MemberRow = { id: string; email: string; audienceKey: string };
export type ClientRow = { id: string; memberId: string; tokenEpoch: number };
export type TokenRow = { id: string; name: string; tokenHash: string; scopes: string[]; expiresAt: Date | null };

/**
 * Who may ask, in memory, for all organizations: active members, clients that are not revoked, API tokens. A reload
 * updates records in place and then sweeps what it did not meet (older generation), so that 100,000 clients neither
 * double in memory nor lose what is cached with them.
 */
export class AccessTable {
  readonly #clients = new Map<string, ClientRecord>();
  readonly #members = new Map<string, MemberRecord>();
  readonly #membersByEmail = new Map<string, MemberRecord>();
  readonly #tokens = new Map<string, TokenRecord>();
  /** One array for each audience, shared by its members. */
  readonly #groupIds = new Map<string, readonly string[]>();

  /** Null when the client or its member may no longer ask. */
  clientById(clientId: string): ClientRecord | null {
    const client = this.#clients.get(clientId);
    return client?.member.isActive ? client : null;
  }

  memberByEmail = (email: string): MemberRecord | undefined => this.#membersByEmail.get(email);

  tokenByHash = (tokenHash: string): TokenRecord | undefined => this.#tokens.get(tokenHash);

  putMember(organizationId: string, row: MemberRow, generation: number): MemberRecord {
    const known = this.#members.get(row.id);
    if (known && known.email !== row.email) this.#freeEmailOf(known);
    const fields = { ...row, organizationId, groupIds: this.#groupIdsOf(row.audienceKey), generation, isActive: true };
    const member = known ? Object.assign(known, fields) : fields;
    this.#members.set(row.id, member);
    this.#membersByEmail.set(row.email, member);
    return member;
  }

  putClient(row: ClientRow, generation: number): ClientRecord | null {
    const member = this.#members.get(row.memberId);
    // Older than this load: no longer active, and about to be swept.
    if (!member || member.generation < generation) return null;
    const known = this.#clients.get(row.id);
    const fields = { id: row.id, member, tokenEpoch: row.tokenEpoch, generation };
    const client = known ? Object.assign(known, fields) : { ...fields, delivery: null };
    this.#clients.set(row.id, client);
    return client;
  }

  putToken(organizationId: string, row: TokenRow, generation: number): void {
    const { id, name, scopes } = row;
    const expiresAtMs = row.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
    this.#tokens.set(row.tokenHash, { caller: { tokenId: id, name, organizationId, scopes }, expiresAtMs, generation });
  }

  /** Ends a client, a member with all clients, or an API token, whichever the id is of. */
  drop(id: string): void {
    this.#clients.delete(id);
    this.#dropMember(this.#members.get(id));
    for (const [hash, { caller }] of this.#tokens) if (caller.tokenId === id) this.#tokens.delete(hash);
  }

  /** Forgets what of the organization was not met in this generation: revoked, disabled or removed. */
  sweep(organizationId: string, generation: number): void {
    for (const client of this.#clients.values())
      if (client.member.organizationId === organizationId && client.generation < generation)
        this.#clients.delete(client.id);
    for (const member of this.#members.values())
      if (member.organizationId === organizationId && member.generation < generation) this.#dropMember(member);
    for (const [hash, token] of this.#tokens)
      if (token.caller.organizationId === organizationId && token.generation < generation) this.#tokens.delete(hash);
  }

  #dropMember(member: MemberRecord | undefined): void {
    if (!member) return;
    member.isActive = false;
    this.#members.delete(member.id);
    this.#freeEmailOf(member);
  }

  /** Someone else may have the address by now. */
  #freeEmailOf(member: MemberRecord): void {
    if (this.#membersByEmail.get(member.email) === member) this.#membersByEmail.delete(member.email);
  }

  #groupIdsOf(audienceKey: string): readonly string[] {
    const known = this.#groupIds.get(audienceKey);
    if (known) return known;
    const groupIds = Object.freeze(audienceKey === "" ? [] : audienceKey.split(","));
    this.#groupIds.set(audienceKey, groupIds);
    return groupIds;
  }
}
