import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { EMPTY_POLICY } from "@/lib/policy/schemas";
import { hookTokenFor } from "@/lib/signin/hook-token";
import { drain } from "./drain";
import { eventually, publishTestPolicy, signInTestClient, startTestDataPlane } from "./testing";
import { preToolUse, ROLLED_OUT } from "./testing-plane";
import { sse, startTestUpstream } from "./testing-upstream";

const t = await createTestDatabase();
const upstream = await startTestUpstream();
const issuer = { GATEHOUSE_URL: "https://gatehouse.test", GATEHOUSE_SECRET: "a-secret-for-tests-that-is-long-enough" };
const settings = { ...issuer, ANTHROPIC_UPSTREAM_URL: upstream.url, ANTHROPIC_UPSTREAM_API_KEY: "sk" };
const { organization, memberFor } = await createTestOrganization(t.db);
await publishTestPolicy(t.db, organization.id, {
  ...EMPTY_POLICY,
  rollout: { groups: [], everyoneElse: ROLLED_OUT },
});
const client = await signInTestClient(t, issuer, memberFor("developer").id);
afterAll(async () => {
  await upstream.close();
  await t.close();
});

/** For which an idle connection would be kept (app.ts). */
const KEPT_MS = 75_000;

const CHECKSUM = `sha256:${"0".repeat(64)}`;
const json = { "content-type": "application/json" };
const openStream = (url: string) =>
  fetch(`${url}/v1/messages`, {
    method: "POST",
    headers: {
      ...json,
      authorization: `Bearer ${client.access_token}`,
      "x-claude-code-managed-settings-checksum": CHECKSUM,
    },
    body: '{"stream":true}',
  });
const hookToken = hookTokenFor(issuer.GATEHOUSE_SECRET, client.clientId, 0);
const postHook = (url: string, post: object) =>
  fetch(`${url}/hooks/claude-code`, {
    method: "POST",
    headers: { ...json, authorization: `Bearer ${hookToken}` },
    body: JSON.stringify(post),
  });

/** An upstream whose streams begin, and end when the test says so. */
function streamsOnDemand() {
  let end = () => {};
  upstream.answerWith((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).write(sse("message_start"));
    end = () => response.end(sse("message_stop"));
  });
  return () => end();
}

/** The data plane as a process of its own, as the supervisor starts it. */
async function startProcess() {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(process.execPath, ["--import", "tsx", "server/data-plane/entry.ts"], {
    env: { ...process.env, ...settings, DATABASE_URL: t.url, PORT: String(port), LOG_LEVEL: "silent" },
    stdio: "inherit",
  });
  const exited = once(child, "exit").then(([code]) => code as number | null);
  const url = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
  expect(await eventually(isUp, 15_000)).toBe(true);
  return { child, exited, url };
}

test("SIGTERM with a stream open: it comes to its end, what was answered is on disk, and the process ends", async () => {
  const endStream = streamsOnDemand();
  const { child, exited, url } = await startProcess();
  const stream = await openStream(url);
  const sessionId = randomUUID();
  const posts = Array.from({ length: 40 }, (_, i) =>
    postHook(url, { ...preToolUse("ls"), session_id: sessionId, ...(i % 2 ? {} : { hook_event_name: "Stop" }) }).then(
      (response) => response.status === 200 && i % 2 === 1,
      () => false,
    ),
  );
  await delay(10);
  child.kill("SIGTERM");
  const answered = (await Promise.all(posts)).filter(Boolean).length;

  // While the stream still goes on: were the process killed now, nothing would be lost.
  const applied = async () => (await t.db.client.findUniqueOrThrow({ where: { id: client.clientId } })).appliedChecksum;
  expect(await eventually(async () => (await applied()) === CHECKSUM, 8_000)).toBe(true);
  expect(await t.db.decision.count({ where: { sessionId } })).toBeGreaterThanOrEqual(answered);
  expect(child.exitCode).toBeNull();

  await delay(1_000);
  const endedAt = performance.now();
  endStream();
  expect(await stream.text()).toBe(sse("message_start") + sse("message_stop"));
  expect(await exited).toBe(0);
  // Not held up by the connection that the client keeps for its next request.
  expect(performance.now() - endedAt).toBeLessThan(KEPT_MS / 4);
}, 60_000);

test("a stream that does not end is cut in time, and what came during the wait is written", async () => {
  streamsOnDemand();
  const plane = await startTestDataPlane(t, settings);
  await plane.snapshot.refresh();
  const stream = await openStream(plane.url);
  const broken = stream.text().then(
    () => "complete",
    () => "broken off",
  );
  const startedAt = performance.now();
  await drain(plane, { cutAfterMs: 500, giveUpAfterMs: 15_000 });
  expect(performance.now() - startedAt).toBeGreaterThan(450);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(await broken).toBe("broken off");
  expect(await upstream.seen.at(-1)?.aborted).toBe(true);
});

test("a database that never answers does not hold up the end", async () => {
  const plane = await startTestDataPlane(t, settings);
  const never = { ...plane.recorder, close: () => new Promise<void>(() => {}) };
  await expect(drain({ ...plane, recorder: never }, { cutAfterMs: 100, giveUpAfterMs: 600 })).rejects.toThrow(
    /in time/,
  );
  await plane.close();
});
