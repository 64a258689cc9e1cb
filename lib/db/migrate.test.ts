import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "./migrate";
import { createTestDatabase } from "./testing";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let dir: string;
beforeEach(async () => {
  database = await createTestDatabase();
  await database.pool.query(`DROP SCHEMA public CASCADE; CREATE SCHEMA public`);
  dir = mkdtempSync(path.join(tmpdir(), "gatehouse-migrations-"));
});
afterEach(async () => {
  await database.close();
  rmSync(dir, { recursive: true });
});

function write(name: string, sql: string): void {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, "migration.sql"), sql);
}
const run = () => migrate(database.url, dir);
const tables = async () => (await database.pool.query("SELECT to_regclass('a') a, to_regclass('b') b")).rows[0];

test("each migration is applied once, in order", async () => {
  write("2_b", "CREATE TABLE b AS SELECT * FROM a");
  write("1_a", "CREATE TABLE a (n int)");
  expect(await run()).toEqual(["1_a", "2_b"]);
  expect(await run()).toEqual([]);
});

test("of two migrators at the same time one works and the other waits", async () => {
  write("1_a", "CREATE TABLE a (n int); SELECT pg_sleep(0.2)");
  const applied = await Promise.all([run(), run()]);
  expect(applied.flat()).toEqual(["1_a"]);
});

test("a migration that fails leaves nothing of itself", async () => {
  write("1_a", "CREATE TABLE a (n int)");
  write("2_b", "CREATE TABLE b (n int); SELECT 1/0");
  await expect(run()).rejects.toThrow("migration 2_b: division by zero");
  expect(await tables()).toEqual({ a: "a", b: null });
});

test("a migration edited after it was applied, and a database of a newer Gatehouse, are refused", async () => {
  write("1_a", "CREATE TABLE a (n int)");
  await run();
  write("1_a", "CREATE TABLE a (n bigint)");
  await expect(run()).rejects.toThrow("migration 1_a was edited");
  rmSync(path.join(dir, "1_a"), { recursive: true });
  await expect(run()).rejects.toThrow("newer Gatehouse (migration 1_a)");
});
