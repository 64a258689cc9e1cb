import { expect, test } from "vitest";
import { AccessTable } from "./access-table";

const ORGANIZATION = "7d1a5b1e-0000-7000-8000-000000000001";
const row = (id: string, email: string) => ({ id, email, audienceKey: "" });

test("two members who swap their addresses are both found under the new ones", () => {
  const table = new AccessTable();
  table.putMember(ORGANIZATION, row("a", "a@example.test"), 1);
  table.putMember(ORGANIZATION, row("b", "b@example.test"), 1);
  table.putMember(ORGANIZATION, row("a", "b@example.test"), 2);
  table.putMember(ORGANIZATION, row("b", "a@example.test"), 2);
  table.sweep(ORGANIZATION, 2);
  expect([table.memberByEmail("a@example.test")?.id, table.memberByEmail("b@example.test")?.id]).toEqual(["b", "a"]);
});

test("an address that nobody has any more finds nobody", () => {
  const table = new AccessTable();
  table.putMember(ORGANIZATION, row("a", "old@example.test"), 1);
  table.putMember(ORGANIZATION, row("a", "new@example.test"), 2);
  expect([table.memberByEmail("old@example.test"), table.memberByEmail("new@example.test")?.id]).toEqual([
    undefined,
    "a",
  ]);
});
