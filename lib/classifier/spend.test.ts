import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { createTestDatabase } from "@/lib/db/testing";
import { DEFAULT_CLASSIFIER_POLICY } from "@/lib/policy/classifier-policy";
import { createSpendLedger, hasBudget } from "./spend";

let t: Awaited<ReturnType<typeof createTestDatabase>>;
let organizationId: string;
beforeAll(async () => {
  t = await createTestDatabase();
});
afterAll(() => t.close());
beforeEach(() => {
  organizationId = newId();
});

const { llm } = DEFAULT_CLASSIFIER_POLICY;
const PRICES = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 };
const one = { requests: 1, tokens: 1_000, costUsd: 0.25 };

test("sums of all processes hold across restarts", async () => {
  const first = createSpendLedger(t.pool);
  const second = createSpendLedger(t.pool);
  for (let n = 0; n < 20; n++) for (const ledger of [first, second]) ledger.add(organizationId, one);
  await Promise.all([first.flush(), second.flush()]);
  expect(await createSpendLedger(t.pool).today(organizationId)).toEqual({ requests: 40, tokens: 40_000, costUsd: 10 });
});

test("what is not written yet counts already, and only once", async () => {
  const ledger = createSpendLedger(t.pool);
  await ledger.today(organizationId);
  ledger.add(organizationId, one);
  ledger.add(organizationId, one);
  expect(await ledger.today(organizationId)).toMatchObject({ tokens: 2_000 });
  await ledger.flush();
  expect(await ledger.today(organizationId)).toMatchObject({ tokens: 2_000 });
});

test("another process's spending is seen within two seconds, without a query for each question", async () => {
  let nowMs = Date.now();
  const ledger = createSpendLedger(t.pool, { now: () => nowMs });
  await ledger.today(organizationId);
  const other = createSpendLedger(t.pool);
  other.add(organizationId, one);
  await other.flush();
  expect(await ledger.today(organizationId)).toMatchObject({ tokens: 0 });
  nowMs += 2_001;
  expect(await ledger.today(organizationId)).toMatchObject({ tokens: 1_000 });
});

test("a new day begins at 00:00 UTC with nothing spent", async () => {
  let nowMs = Date.parse("2026-03-01T23:59:59Z");
  const ledger = createSpendLedger(t.pool, { now: () => nowMs });
  ledger.add(organizationId, one);
  await ledger.flush();
  expect(await ledger.today(organizationId)).toMatchObject({ tokens: 1_000 });
  nowMs += 2_000;
  expect(await ledger.today(organizationId)).toMatchObject({ tokens: 0 });
});

test("either limit ends the day's questions once it is reached", async () => {
  const ledger = createSpendLedger(t.pool);
  ledger.add(organizationId, one);
  const allows = (limits: Partial<typeof llm>) => hasBudget(ledger, organizationId, { ...llm, ...limits });
  expect(await allows({})).toBe(true);
  expect(await allows({ dailyTokenLimit: 1_001 })).toBe(true);
  expect(await allows({ dailyTokenLimit: 1_000 })).toBe(false);
  expect(await allows({ dailySpendLimitUsd: 0.26, prices: PRICES })).toBe(true);
  expect(await allows({ dailySpendLimitUsd: 0.25, prices: PRICES })).toBe(false);
});

test("a limit that cannot be checked is taken as reached", async () => {
  const gone = { query: () => Promise.reject(new Error("away")) } as unknown as typeof t.pool;
  const ledger = createSpendLedger(gone);
  expect(await hasBudget(ledger, organizationId, { ...llm, dailyTokenLimit: 5 })).toBe(false);
  expect(await hasBudget(ledger, organizationId, llm)).toBe(true);
  const working = createSpendLedger(t.pool);
  expect(await hasBudget(working, organizationId, { ...llm, dailySpendLimitUsd: 5 })).toBe(false);
});

test("a write that the database took and did not confirm in time is not added once more", async () => {
  let isConfirmed = false;
  const query = async (given: { text: string }) => {
    const result = await t.pool.query(given);
    if (!isConfirmed && given.text.startsWith("INSERT")) throw new Error("Query read timeout");
    return result;
  };
  const ledger = createSpendLedger({ query } as unknown as typeof t.pool);
  ledger.add(organizationId, one);
  await ledger.flush();
  expect(await ledger.today(organizationId)).toEqual(one);
  isConfirmed = true;
  ledger.add(organizationId, one);
  await ledger.flush();
  for (const process of [ledger, createSpendLedger(t.pool)])
    expect(await process.today(organizationId)).toEqual({ requests: 2, tokens: 2_000, costUsd: 0.5 });
});

test("what is being written while the sum is read counts once", async () => {
  let written = () => {};
  const isWritten = new Promise<void>((resolve) => (written = resolve));
  let confirm = () => {};
  const confirmation = new Promise<void>((resolve) => (confirm = resolve));
  const query = async (given: { text: string }) => {
    const result = await t.pool.query(given);
    if (!given.text.startsWith("INSERT")) return result;
    written();
    await confirmation;
    return result;
  };
  const ledger = createSpendLedger({ query } as unknown as typeof t.pool);
  ledger.add(organizationId, one);
  await isWritten;
  expect(await ledger.today(organizationId)).toEqual(one);
  confirm();
  await ledger.flush();
  expect(await ledger.today(organizationId)).toEqual(one);
});

test("what the database did not take is written when it can be", async () => {
  let isAway = true;
  const query = (given: unknown) => (isAway ? Promise.reject(new Error("away")) : t.pool.query(given as string));
  const ledger = createSpendLedger({ query } as unknown as typeof t.pool);
  ledger.add(organizationId, one);
  await ledger.flush();
  isAway = false;
  ledger.add(organizationId, one);
  await ledger.flush();
  expect(await createSpendLedger(t.pool).today(organizationId)).toMatchObject({ tokens: 2_000, costUsd: 0.5 });
});
