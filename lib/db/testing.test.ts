import { afterAll, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "./testing";

const first = await createTestDatabase();
const second = await createTestDatabase();
afterAll(() => Promise.all([first.close(), second.close()]));

test("each test database is migrated, empty and its own", async () => {
  const { organization } = await createTestOrganization(first.db);
  expect(await first.db.organization.findMany()).toMatchObject([{ id: organization.id }]);
  expect(await second.db.organization.count()).toBe(0);
});

test("a test organization has a context for each role", async () => {
  const { ctxFor, member, group, organization } = await createTestOrganization(first.db);
  expect(ctxFor("security")).toMatchObject({ organization: { id: organization.id }, actor: { role: "security" } });
  const developer = await member("developer");
  const { id } = await group("Platform", [developer]);
  expect(await first.db.groupMember.findMany({ where: { groupId: id } })).toEqual([
    { groupId: id, memberId: developer.id },
  ]);
});
