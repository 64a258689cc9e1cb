import { afterAll, beforeAll, expect, vi } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";

type Database = Awaited<ReturnType<typeof createTestDatabase>>;

/** A database for one test file, and the environment that compiling a document reads. */
export function policyDatabase() {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
    vi.stubEnv("DATABASE_URL", database.url);
    vi.stubEnv("GATEHOUSE_URL", "https://gatehouse.example.test");
    vi.stubEnv("GATEHOUSE_SECRET", "s".repeat(43));
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await database.close();
  });
  return {
    get db() {
      return database.db;
    },
    organization: () => createTestOrganization(database.db),
    /** Actions in the trail of an organization, oldest first. */
    actions: async (organizationId: string) => {
      const entries = await database.db.auditEntry.findMany({ where: { organizationId }, orderBy: { id: "asc" } });
      return entries.map(({ action }) => action);
    },
  };
}

export const TRUSTED = { kind: "domain", value: "*.corp.example.com", reason: "Internal services" } as const;
export const WHY = { title: "Trust internal services", reason: "Developers reach them all day" };

/** The refusals that verbs answer with. */
export const denied = expect.objectContaining({ status: 403 });
export const missing = expect.objectContaining({ status: 404 });
export const fields = (...names: string[]) =>
  expect.objectContaining({ status: 422, fields: names.map((field) => expect.objectContaining({ field })) });
