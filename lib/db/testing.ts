import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import type { Role } from "@/lib/auth/permissions";
import { ROLES } from "@/lib/auth/permissions";
import { createDb, createPool, type Tx } from "./client";
import type { Member } from "./generated/client";
import { newId } from "./id";
import { databaseUrl, TEMPLATE_DATABASE } from "./testing-server";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the run's own server; see lib/db/testing-setup.ts. */
    postgresUrl: string;
  }
}

/** A migrated, empty database of its own on real PostgreSQL. Call `close` when done. */
export async function createTestDatabase() {
  const serverUrl = inject("postgresUrl");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE}`);
  const url = databaseUrl(serverUrl, name);
  const pool = createPool(url);
  const db = createDb(pool);
  const close = async () => {
    await db.$disconnect();
    if (!pool.ended) await pool.end();
    await onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  return { url, pool, db, close };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const ctxOf = (db: Ctx["db"], member: Member): Ctx => ({
  db,
  organization: { id: member.organizationId },
  actor: { type: "member", id: member.id, role: member.role, email: member.email, name: member.name },
  requestId: `test-${newId()}`,
});

/** An organization with one member in each role; tests make the rest of what they need. */
export async function createTestOrganization(db: Tx) {
  const organization = await db.organization.create({ data: { id: newId(), name: "Test organization" } });

  const member = (role: Role, name: string = role): Promise<Member> => {
    const id = newId();
    const email = `${role}-${id}@example.test`;
    return db.member.create({ data: { id, organizationId: organization.id, email, name, role } });
  };

  const group = async (name: string, members: readonly Pick<Member, "id">[] = []) =>
    db.group.create({
      data: {
        id: newId(),
        organizationId: organization.id,
        name,
        members: { create: members.map(({ id }) => ({ memberId: id })) },
      },
    });

  const byRole = {} as Record<Role, Member>;
  for (const role of ROLES) byRole[role] = await member(role);

  return {
    organization,
    member,
    group,
    /** Of the organization's first member in that role. */
    ctxFor: (role: Role): Ctx => ctxOf(db, byRole[role]),
    ctxOf: (who: Member): Ctx => ctxOf(db, who),
    memberFor: (role: Role): Member => byRole[role],
  };
}
