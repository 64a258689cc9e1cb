import { describe, expect, test } from "vitest";
import { statementAct } from "./sql-statements";
import { filters } from "./sql-conditions";

describe("a condition that holds for every row filters nothing", () => {
  test.each([
    "DELETE FROM a",
    "DELETE FROM a WHERE id >= 0",
    "DELETE FROM a WHERE (a.id IS NOT NULL)",
    "DELETE FROM a WHERE 1 = 1 AND true",
    "DELETE FROM a WHERE name = 'x' OR 2 > 1",
    "DELETE FROM a WHERE uuid <> ''",
    "DELETE FROM a WHERE name = name RETURNING id",
    "UPDATE a SET b = 1 LIMIT 1000000",
    "DELETE FROM a WHERE a.created_at < now()",
    "DELETE FROM a WHERE email ILIKE '%'",
    "DELETE FROM a WHERE NOT (id IS NULL)",
    "DELETE FROM a WHERE createdAt<=CURRENT_TIMESTAMP",
    "DELETE FROM a WHERE updated_on < '2999-12-31'",
    "UPDATE a SET b = 1 WHERE inserted_at > '1970-01-01'",
  ])("%s", (statement) => expect(filters(statement)).toBe(false));

  test.each([
    "DELETE FROM a WHERE id > 100",
    "DELETE FROM a WHERE email ILIKE '%@example.com'",
    "DELETE FROM a WHERE expires_at < now()",
    "DELETE FROM a WHERE created_at < now() - interval '30 days'",
    "DELETE FROM a WHERE created_at < '2024-06-01'",
    "DELETE FROM a WHERE created_at < now() AND draft",
    "DELETE FROM a WHERE deleted_at IS NOT NULL",
    "DELETE FROM a WHERE retries > 0",
    "DELETE FROM a WHERE 1=1 AND name = 'x'",
    "DELETE FROM a WHERE id IN (SELECT id FROM b)",
    "DELETE FROM a LIMIT 10",
  ])("but %s does", (statement) => expect(filters(statement)).toBe(true));
});

test.each([
  ['TRUNCATE "orders"', "drop"],
  ["TRUNCATE TABLE [dbo].[orders]", "drop"],
  ["ALTER TABLE orders DROP note", "drop"],
  ["ALTER TABLE orders DROP CONSTRAINT positive", null],
  ["ALTER TABLE orders ALTER note DROP DEFAULT", null],
  ["DELETE orders", "unbounded"],
  ["DELETE o FROM orders o JOIN x ON x.id = o.id", "unbounded"],
  ["DELETE orders WHERE no = 3", null],
  ["UPDATE orders AS o SET paid = true", "unbounded"],
  ["UPDATE orders o SET paid = true WHERE o.no = 3", null],
  ["db.orders.updateMany({}, {$set: {paid: true}})", "unbounded"],
  ["db.orders.deleteMany({ _id: { $exists: true } })", "drop"],
  ["db.orders.updateMany({no: 3}, {$set: {paid: true}})", null],
  ["DO $$ BEGIN EXECUTE 'TRUN' || 'CATE orders'; END $$", "drop"],
  ["ALTER TABLE orders NO FORCE ROW LEVEL SECURITY", "unguard"],
  ["ALTER TABLE orders ENABLE ROW LEVEL SECURITY", null],
  ["DROP POLICY tenants ON orders", "unguard"],
  ["ALTER TABLE orders DISABLE TRIGGER ALL", "unguard"],
  ["ALTER SYSTEM SET log_connections = off", "unguard"],
  ["SET GLOBAL general_log = 'OFF'", "unguard"],
  ["SET statement_timeout = 0", null],
  ["SELECT * FROM audit_log WHERE note = 'delete everything'", null],
])("%s is %s", (statement, act) => expect(statementAct(statement)).toBe(act));

test("a long text is looked through to its end, and fast", () => {
  expect(statementAct(`${"SELECT 1; ".repeat(5_000)}DROP TABLE orders`)).toBe("drop");
  const start = performance.now();
  for (const part of [
    "update a ",
    "delete from a where ",
    "alter table a ",
    "truncate ",
    "/*",
    "'||'",
    "(",
    " and ",
    "a.",
  ])
    statementAct(part.repeat(Math.floor(65_536 / part.length)));
  expect(performance.now() - start).toBeLessThan(450);
});
