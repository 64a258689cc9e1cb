import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findApiToken } from "@/lib/auth/api-token";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { createApiToken, listApiTokens, revokeApiToken } from "./api-tokens";
import { listClients, revokeClient } from "./clients";
import { disableMember, enableMember } from "./disable-member";
import { workingTokensOf } from "./member-tokens";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
let own: Awaited<ReturnType<typeof createTestOrganization>>;
let other: typeof own;
beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  own = await createTestOrganization(t.db);
  other = await createTestOrganization(t.db);
});

const newToken = { name: "CI", scopes: ["decision:create" as const], expiresInDays: 30 };
const client = (who: typeof own, memberId = who.memberFor("developer").id) =>
  t.db.client.create({
    data: { id: newId(), organizationId: who.organization.id, memberId, label: "claude-code/2.1.329" },
  });

describe("an API token", () => {
  test("is told once and kept as a hash", async () => {
    const ctx = own.ctxFor("admin");
    const made = await createApiToken(ctx, newToken);
    expect(made.secret).toMatch(/^gh_[\w-]{43}$/);
    expect(made.secret.startsWith(made.prefix)).toBe(true);
    const listed = JSON.stringify(await listApiTokens(ctx));
    expect(listed).toContain(made.prefix);
    expect(listed).not.toContain(made.secret);
    expect(JSON.stringify(await t.db.apiToken.findMany())).not.toContain(made.secret);
    expect(JSON.stringify(await t.db.auditEntry.findMany())).not.toContain(made.secret);
  });

  test("works until it is revoked; revoking twice is one entry", async () => {
    const ctx = own.ctxFor("admin");
    const { id, secret } = await createApiToken(ctx, newToken);
    expect(await findApiToken(t.db, secret)).toMatchObject({ id, organization: { id: own.organization.id } });
    await revokeApiToken(ctx, id);
    await revokeApiToken(ctx, id);
    expect(await findApiToken(t.db, secret)).toBeNull();
    expect(await t.db.auditEntry.count({ where: { action: "api_token.revoke", targetId: id } })).toBe(1);
  });

  test("expires by itself, or never when an owner asks so", async () => {
    const ctx = own.ctxFor("owner");
    const later = new Date(Date.now() + 31 * 86_400_000);
    const [ends, stays] = [
      await createApiToken(ctx, newToken),
      await createApiToken(ctx, { ...newToken, expiresInDays: null }),
    ];
    expect(await findApiToken(t.db, ends.secret, later)).toBeNull();
    expect(await findApiToken(t.db, stays.secret, later)).not.toBeNull();
    const attempt = createApiToken(own.ctxFor("admin"), { ...newToken, expiresInDays: null });
    await expect(attempt).rejects.toMatchObject({ status: 403 });
  });

  test("names who made it", async () => {
    await createApiToken(own.ctxFor("admin"), newToken);
    const createdBy = { id: own.memberFor("admin").id, name: "admin" };
    expect((await listApiTokens(own.ctxFor("owner"))).items).toMatchObject([{ createdBy }]);
  });

  test("goes with its maker, unless one says otherwise; others' stay", async () => {
    const [ctx, maker] = [own.ctxFor("owner"), own.memberFor("admin")];
    const [first, second] = [await createApiToken(own.ctxOf(maker), newToken), await createApiToken(ctx, newToken)];
    expect(await workingTokensOf(ctx, [maker.id])).toEqual(new Map([[maker.id, ["CI"]]]));
    expect(await disableMember(ctx, maker.id, { revokeTokens: false })).toMatchObject({ revokedTokens: 0 });
    expect(await findApiToken(t.db, first.secret)).not.toBeNull();
    await enableMember(ctx, maker.id);
    expect(await disableMember(ctx, maker.id)).toMatchObject({ revokedTokens: 1 });
    expect(await findApiToken(t.db, first.secret)).toBeNull();
    expect(await findApiToken(t.db, second.secret)).not.toBeNull();
    expect(await workingTokensOf(ctx, [maker.id])).toEqual(new Map());
    expect(await t.db.auditEntry.findMany({ where: { action: "api_token.revoke", targetId: first.id } })).toMatchObject(
      [{ actorId: own.memberFor("owner").id, reason: "Made by admin, who was disabled" }],
    );
  });

  test("of another organization's member is neither told nor revoked", async () => {
    const maker = other.memberFor("admin");
    const theirs = await createApiToken(other.ctxOf(maker), newToken);
    expect(await workingTokensOf(own.ctxFor("owner"), [maker.id])).toEqual(new Map());
    await expect(disableMember(own.ctxFor("owner"), maker.id)).rejects.toMatchObject({ status: 404 });
    expect(await findApiToken(t.db, theirs.secret)).not.toBeNull();
    await expect(workingTokensOf(own.ctxFor("security"), [maker.id])).rejects.toMatchObject({ status: 403 });
  });

  test("cannot be given a scope that changes anything, nor none", async () => {
    const attempt = createApiToken(own.ctxFor("owner"), { ...newToken, scopes: ["member:write" as never] });
    await expect(attempt).rejects.toMatchObject({ issues: [{ path: ["scopes", 0] }] });
    await expect(createApiToken(own.ctxFor("owner"), { ...newToken, scopes: [] })).rejects.toThrow();
  });

  test("is for admins, of their own organization", async () => {
    const theirs = await createApiToken(other.ctxFor("owner"), newToken);
    await expect(revokeApiToken(own.ctxFor("owner"), theirs.id)).rejects.toMatchObject({ status: 404 });
    expect((await listApiTokens(own.ctxFor("owner"))).items).toEqual([]);
    for (const role of ["security", "developer"] as const) {
      await expect(createApiToken(own.ctxFor(role), newToken)).rejects.toMatchObject({ status: 403 });
      await expect(listApiTokens(own.ctxFor(role))).rejects.toMatchObject({ status: 403 });
      await expect(revokeApiToken(own.ctxFor(role), theirs.id)).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe("a client", () => {
  test("that is revoked needs to sign in anew, and the data planes are told", async () => {
    const { id } = await client(own);
    await revokeClient(own.ctxFor("security"), id);
    await revokeClient(own.ctxFor("security"), id);
    const row = await t.db.client.findUniqueOrThrow({ where: { id } });
    expect(row.revokedAt).not.toBeNull();
    expect(row.tokenEpoch).toBe(1);
    const organization = await t.db.organization.findUniqueOrThrow({ where: { id: own.organization.id } });
    expect(organization.accessSerial).toBe(1);
  });

  test("of one's own may be listed and revoked by a developer, others' not", async () => {
    const ctx = own.ctxFor("developer");
    const mine = await client(own);
    const anothers = await client(own, own.memberFor("admin").id);
    expect((await listClients(ctx, { memberId: own.memberFor("developer").id })).items).toMatchObject([
      { id: mine.id },
    ]);
    await expect(listClients(ctx)).rejects.toMatchObject({ status: 403 });
    await expect(listClients(ctx, { memberId: own.memberFor("admin").id })).rejects.toMatchObject({ status: 403 });
    await expect(revokeClient(ctx, anothers.id)).rejects.toMatchObject({ status: 403 });
    await expect(revokeClient(ctx, mine.id)).resolves.toBeUndefined();
  });

  test("of another organization is not found and not listed", async () => {
    const theirs = await client(other);
    await expect(revokeClient(own.ctxFor("owner"), theirs.id)).rejects.toMatchObject({ status: 404 });
    expect((await listClients(own.ctxFor("owner"))).items).toEqual([]);
  });

  test("is listed newest first, page by page", async () => {
    const made = [await client(own), await client(own), await client(own)].map(({ id }) => id).reverse();
    const first = await listClients(own.ctxFor("security"), { limit: 2 });
    const second = await listClients(own.ctxFor("security"), { limit: 2, cursor: first.nextCursor ?? undefined });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
    expect(second.nextCursor).toBeNull();
  });
});
