import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { findPostmaster, isAlive } from "./postmaster";

// Making a cluster takes a second; the tests share one and leave it stopped.
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), "gatehouse-pg-test-"));
  chmodSync(dir, 0o711);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const start = (dataDir = path.join(dir, "pg")) => startEmbeddedPostgres({ dataDir, database: "app" });

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("what was written is there after a restart, and stop leaves no process", async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE t AS SELECT 1 AS n");
  const server = findPostmaster(path.join(dir, "pg"));
  await first.stop();
  expect(server && isAlive(server.pid)).toBe(false);

  const second = await start();
  expect(await query(second.url, "SELECT n FROM t")).toEqual([{ n: 1 }]);
  await second.stop();
});

test("a server that another live process owns is used and left running", async () => {
  const ours = await start();
  writeFileSync(path.join(dir, "pg.owner"), String(process.ppid));
  const theirs = await start();
  expect(theirs.owned).toBe(false);
  await theirs.stop();
  expect(await query(ours.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await ours.stop();
});

test("a server whose owner died is taken over", async () => {
  const orphan = await start();
  writeFileSync(path.join(dir, "pg.owner"), "4194304"); // beyond the largest process id
  const next = await start();
  expect(next).toMatchObject({ owned: true, url: orphan.url });
  await next.stop();
  expect(findPostmaster(path.join(dir, "pg"))).toBeUndefined();
});

test("it starts after the server was killed, and over a lock file that names another program", async () => {
  const dataDir = path.join(dir, "pg");
  const killed = await start();
  process.kill(findPostmaster(dataDir)?.pid ?? 0, "SIGKILL");
  const recovered = await start();
  expect(await query(recovered.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await recovered.stop();
  expect(killed.isRunning()).toBe(false);

  writeFileSync(path.join(dataDir, "postmaster.pid"), `${process.pid}\n${dataDir}\n0\n5432\n${dataDir}\n\n0\nready\n`);
  const started = await start();
  expect(await query(started.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await started.stop();
});

test("a path longer than a socket may have works", async () => {
  const server = await start(path.join(dir, "long".repeat(20), "pg"));
  expect(await query(server.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await server.stop();
});

test("settings it does not know are named in one line", async () => {
  const starting = startEmbeddedPostgres({ dataDir: path.join(dir, "pg"), database: "app", settings: ["no_such=1"] });
  await expect(starting).rejects.toThrow(/did not start: .*no_such/);
});
