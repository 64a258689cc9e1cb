import { createHash, randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import pino from "pino";
import { createLlmClassifier } from "@/lib/classifier/llm";
import { createPool } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { readEnv } from "@/lib/env";
import { type DefaultRollout, EMPTY_POLICY, type PolicyContent } from "@/lib/policy/schemas";
import { hookTokenFor } from "@/lib/signin/hook-token";
import { buildDataPlane } from "./app";
import { createRecorder } from "./recorder";
import { createSnapshotStore } from "./snapshot-store";

const SECRET = "a-secret-for-tests-that-is-long-enough";

/**
 * A whole data plane on real PostgreSQL with one organization in it; requests go in by `app.inject`.
 * @param variables of the environment, besides those that must be there
 */
export async function createTestPlane(variables: Record<string, string> = {}) {
  const t = await createTestDatabase();
  const { organization, memberFor, member } = await createTestOrganization(t.db);
  const logger = pino({ level: "silent" });
  const required = { DATABASE_URL: t.url, GATEHOUSE_URL: "http://127.0.0.1:3000", GATEHOUSE_SECRET: SECRET };
  const env = readEnv({ ...required, ...variables });
  const snapshot = createSnapshotStore(t.pool, { baseUrl: env.GATEHOUSE_URL, logger });
  const closing: (() => Promise<unknown>)[] = [];

  /** @param databaseUrl what requests read and write; the snapshot stays on the test's own database */
  const planeOn = (databaseUrl: string): FastifyInstance => {
    const recorder = createRecorder({ databaseUrl });
    const pool = createPool(databaseUrl);
    const llm = createLlmClassifier({ env, pool, logger });
    const app = buildDataPlane({ env, pool, db: t.db, snapshot, recorder, llm, logger });
    closing.push(async () => {
      await app.close();
      await llm?.close();
      await recorder.close();
      await pool.end();
    });
    return app;
  };

  const clientOf = async (memberId: string, organizationId = organization.id) => {
    const id = newId();
    await t.db.client.create({ data: { id, organizationId, memberId, label: "claude-code/2.1.329" } });
    await bump(organizationId, "accessSerial");
    return { id, token: hookTokenFor(SECRET, id, 0) };
  };

  const apiToken = async (scopes: string[], organizationId = organization.id) => {
    const secret = `gh_${randomUUID()}`;
    const tokenHash = createHash("sha256").update(secret).digest("hex");
    await t.db.apiToken.create({
      data: { id: newId(), organizationId, name: "ci", prefix: "gh_", tokenHash, scopes },
    });
    await bump(organizationId, "accessSerial");
    return secret;
  };

  const bump = async (id: string, serial: "accessSerial" | "policySerial") => {
    await t.db.organization.update({ where: { id }, data: { [serial]: { increment: 1 } } });
    await snapshot.refresh();
  };

  let revision = 0;
  const publish = async (rollout: DefaultRollout, change: Partial<PolicyContent> = {}) => {
    const policy = { ...EMPTY_POLICY, rollout: { groups: [], everyoneElse: rollout }, ...change };
    const shared = { organizationId: organization.id, policy, contentHash: "", title: "", reason: "" };
    const number = ++revision;
    const changeRequestId = newId();
    await t.db.changeRequest.create({
      data: { ...shared, id: changeRequestId, number, state: "published", baseRevisionNumber: number - 1 },
    });
    await t.db.revision.create({ data: { ...shared, id: newId(), number, changeRequestId, publishedByName: "test" } });
    await bump(organization.id, "policySerial");
  };

  await snapshot.start();
  const close = async () => {
    for (const one of closing) await one();
    await snapshot.stop();
    await t.close();
  };
  return { ...t, organization, memberFor, member, snapshot, planeOn, clientOf, apiToken, bump, publish, close };
}

export const ROLLED_OUT: DefaultRollout = { autoMode: true, enforcement: "authoritative", startInAutoMode: true };

/** A PreToolUse as Claude Code 2.1.329 posts it. */
export const preToolUse = (command: string, over: Record<string, unknown> = {}) => ({
  session_id: randomUUID(),
  transcript_path: "/home/dev/.claude/projects/-home-dev-app/1.jsonl",
  cwd: "/home/dev/app",
  prompt_id: randomUUID(),
  permission_mode: "auto",
  effort: { level: "medium" },
  hook_event_name: "PreToolUse",
  tool_name: "Bash",
  tool_input: { command, description: "x" },
  tool_use_id: `toolu_${randomUUID()}`,
  ...over,
});
