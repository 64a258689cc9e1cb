import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { withTimeLimit } from "./time-limit";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());

test("a search that takes too long ends in an error that says what to do, and leaves the connection usable", async () => {
  const ctx = (await createTestOrganization(t.db)).ctxFor("security");
  const slow = withTimeLimit(ctx, (tx) => tx.db.$executeRaw`SELECT pg_sleep(20)`, 50);
  await expect(slow).rejects.toMatchObject({ status: 422, code: "search_too_broad", fields: [{ field: "range" }] });
  const [setting] = await t.db.$queryRaw<{ ms: string }[]>`SELECT current_setting('statement_timeout') AS ms`;
  expect(setting?.ms).toBe("0");
});

test("other errors stay what they are", async () => {
  const ctx = (await createTestOrganization(t.db)).ctxFor("security");
  await expect(withTimeLimit(ctx, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});
