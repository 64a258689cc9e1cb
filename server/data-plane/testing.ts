import pino from "pino";
import type { PrismaClient } from "@/lib/db/generated/client";
import { createLlmClassifier } from "@/lib/classifier/llm";
import { newId } from "@/lib/db/id";
import { createDb, createPool } from "@/lib/db/client";
import { createTestDatabase } from "@/lib/db/testing";
import { type Env, readEnv } from "@/lib/env";
import { canonicalJson, checksumOf } from "@/lib/policy/canonical";
import { EMPTY_POLICY, type PolicyContent } from "@/lib/policy/schemas";
import type { TokenAnswer } from "@/lib/signin/context";
import { exchangeDeviceCode } from "@/lib/signin/exchange-device-code";
import { startDeviceAuthorization } from "@/lib/signin/start-device-authorization";
import { buildDataPlane } from "./app";
import { createRecorder } from "./recorder";
import { createSnapshotStore } from "./snapshot-store";
import { createDatabaseProxy } from "./testing-database-proxy";

type TestDatabase = Pick<Awaited<ReturnType<typeof createTestDatabase>>, "url" | "pool" | "db">;

/** A database whose server can go away: `loseServer` cuts all connections and refuses new ones, `freeze` hangs them. */
export async function createLosableDatabase() {
  const t = await createTestDatabase();
  const proxy = await createDatabaseProxy(t.url);
  const pool = createPool(proxy.url);
  const db = createDb(pool);
  const close = async () => {
    await db.$disconnect();
    if (!pool.ended) await pool.end();
    await t.close();
  };
  return { url: proxy.url, pool, db, loseServer: () => proxy.close(), freeze: () => proxy.freeze("everything"), close };
}

/** A whole data plane on a loopback port, as entry.ts makes it, for one test database. */
export async function startTestDataPlane(t: TestDatabase, overrides: Partial<Env> = {}) {
  const env: Env = {
    ...readEnv({
      DATABASE_URL: t.url,
      GATEHOUSE_URL: "https://gatehouse.test",
      GATEHOUSE_SECRET: "test-secret-test-secret-test-secret-0123456789",
      LOG_LEVEL: "silent",
    }),
    ...overrides,
  };
  const logger = pino({ level: env.LOG_LEVEL });
  const snapshot = createSnapshotStore(t.pool, { baseUrl: env.GATEHOUSE_URL, logger });
  const recorder = createRecorder({ databaseUrl: t.url, logger });
  const llm = createLlmClassifier({ env, pool: t.pool, logger });
  const app = buildDataPlane({ env, pool: t.pool, db: t.db, snapshot, recorder, llm, logger });
  await snapshot.start();
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const close = async () => {
    await app.close();
    await recorder.close();
    await llm?.close();
    await snapshot.stop();
  };
  return { app, env, snapshot, recorder, url, close };
}

/** Publishes a policy as publishing does, without drafts and reviews: the rows, and the serial that data planes poll. */
export async function publishTestPolicy(
  db: PrismaClient,
  organizationId: string,
  policy: PolicyContent = EMPTY_POLICY,
): Promise<{ id: string; number: number }> {
  const contentHash = checksumOf(policy);
  return db.$transaction(async (tx) => {
    const number = (await tx.revision.count({ where: { organizationId } })) + 1;
    const content = JSON.parse(canonicalJson(policy)) as object;
    const { id: changeRequestId } = await tx.changeRequest.create({
      data: {
        id: newId(),
        organizationId,
        number,
        state: "published",
        policy: content,
        contentHash,
        baseRevisionNumber: number - 1,
      },
    });
    const revision = await tx.revision.create({
      data: {
        id: newId(),
        organizationId,
        number,
        changeRequestId,
        policy: content,
        contentHash,
        title: "Test",
        reason: "Test",
        publishedByName: "Test",
      },
    });
    await tx.organization.update({ where: { id: organizationId }, data: { policySerial: { increment: 1 } } });
    return revision;
  });
}

/** Signs a client in for a member, as if the device page had been confirmed. */
export async function signInTestClient(
  { db }: TestDatabase,
  env: Pick<Env, "GATEHOUSE_URL" | "GATEHOUSE_SECRET">,
  memberId: string,
): Promise<TokenAnswer & { clientId: string }> {
  const signIn = {
    db,
    baseUrl: env.GATEHOUSE_URL,
    secret: env.GATEHOUSE_SECRET,
    signInMaxDays: 30,
    requestId: "test-request",
    userAgent: "claude-code/2.1.329",
  };
  const device = await startDeviceAuthorization(signIn, {});
  const userCode = device.user_code.replace("-", "");
  await db.deviceAuthorization.update({ where: { userCode }, data: { status: "approved", memberId } });
  const tokens = await exchangeDeviceCode(signIn, device.device_code);
  const client = await db.client.findFirstOrThrow({ where: { memberId }, orderBy: { createdAt: "desc" } });
  return { ...tokens, clientId: client.id };
}

/** Repeats a check until it holds; for what data planes learn within a second. */
export async function eventually(check: () => Promise<boolean>, withinMs = 1_500): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await new Promise((r) => setTimeout(r, 25)))
    if (await check()) return true;
  return false;
}
