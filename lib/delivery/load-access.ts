import type pg from "pg";
import type { AccessTable, ClientRecord, ClientRow, MemberRow, TokenRow } from "./access-table";
import { timedQuery } from "./timed-query";

/** Rows a query: small enough that parsing one page does not hold up the requests in between. */
const PAGE_ROWS = 2_000;
const PAGE_TIMEOUT_MS = 10_000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

const AUDIENCE = `coalesce((SELECT string_agg(g."groupId"::text, ',' ORDER BY g."groupId")
  FROM "GroupMember" g WHERE g."memberId" = m.id), '') AS "audienceKey"`;

const MEMBERS = `SELECT m.id, m.email, ${AUDIENCE} FROM "Member" m
  WHERE m."organizationId" = $1 AND m.id > $2 AND m.status = 'active' ORDER BY m.id LIMIT $3`;

const CLIENTS = `SELECT c.id, c."memberId", c."tokenEpoch" FROM "Client" c
  WHERE c."organizationId" = $1 AND c.id > $2 AND c."revokedAt" IS NULL ORDER BY c.id LIMIT $3`;

const TOKENS = `SELECT id, name, "tokenHash", scopes, "expiresAt" FROM "ApiToken"
  WHERE "organizationId" = $1 AND id > $2 AND "revokedAt" IS NULL ORDER BY id LIMIT $3`;

const ONE_CLIENT = `SELECT c.id, c."memberId", c."tokenEpoch", c."organizationId", m.email, ${AUDIENCE}
  FROM "Client" c JOIN "Member" m ON m.id = c."memberId"
  WHERE c.id = $1 AND c."revokedAt" IS NULL AND m.status = 'active'`;

// Tokens and members that may not ask are few or few of interest; clients pile up, so only the recent ones.
const REVOKED = `SELECT id FROM "Client" WHERE "organizationId" = $1 AND "revokedAt" > $2
  UNION ALL SELECT id FROM "Member" WHERE "organizationId" = $1 AND status <> 'active'
  UNION ALL SELECT id FROM "ApiToken" WHERE "organizationId" = $1 AND "revokedAt" IS NOT NULL`;

/** Brings one organization's part of the table up to date. Throws when the database is away; the table stays usable. */
export async function loadAccess(pool: pg.Pool, table: AccessTable, organizationId: string, generation: number) {
  for await (const rows of pagesOf<MemberRow>(pool, MEMBERS, organizationId))
    for (const row of rows) table.putMember(organizationId, row, generation);
  for await (const rows of pagesOf<ClientRow>(pool, CLIENTS, organizationId))
    for (const row of rows) table.putClient(row, generation);
  for await (const rows of pagesOf<TokenRow>(pool, TOKENS, organizationId))
    for (const row of rows) table.putToken(organizationId, row, generation);
  table.sweep(organizationId, generation);
}

/** Takes away what was revoked or disabled, in one query, where a whole load may take seconds. */
export async function dropRevoked(pool: pg.Pool, table: AccessTable, organizationId: string, since: Date) {
  const rows = await timedQuery<{ id: string }>(pool, REVOKED, [organizationId, since], PAGE_TIMEOUT_MS);
  for (const { id } of rows) table.drop(id);
}

/** Adds one client that signed in after the last load. Null when there is none that may ask. */
export async function loadClient(
  pool: pg.Pool,
  table: AccessTable,
  clientId: string,
  generation: () => number,
): Promise<ClientRecord | null> {
  const before = generation();
  const rows = await timedQuery<ClientRow & MemberRow & { organizationId: string }>(pool, ONE_CLIENT, [clientId]);
  // A reload began meanwhile and may have read later than this: what it knows must not be undone.
  if (generation() !== before) return table.clientById(clientId) ?? loadClient(pool, table, clientId, generation);
  const [row] = rows;
  if (!row) return null;
  const { email, audienceKey, organizationId } = row;
  table.putMember(organizationId, { id: row.memberId, email, audienceKey }, before);
  return table.putClient({ id: row.id, memberId: row.memberId, tokenEpoch: row.tokenEpoch }, before);
}

async function* pagesOf<T extends { id: string }>(pool: pg.Pool, sql: string, organizationId: string) {
  for (let after = FIRST_ID; ;) {
    const rows = await timedQuery<T>(pool, sql, [organizationId, after, PAGE_ROWS], PAGE_TIMEOUT_MS);
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_ROWS) return;
    after = last.id;
  }
}
