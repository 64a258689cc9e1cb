import { afterAll, expect, test } from "vitest";
import { createTestOrganization } from "@/lib/db/testing";
import { hookTokenFor } from "@/lib/signin/hook-token";
import { createLosableDatabase, publishTestPolicy, signInTestClient, startTestDataPlane } from "./testing";
import { preToolUse } from "./testing-plane";

const t = await createLosableDatabase();
const plane = await startTestDataPlane(t, { ANTHROPIC_UPSTREAM_API_KEY: "sk" });
const { organization, memberFor } = await createTestOrganization(t.db);
await publishTestPolicy(t.db, organization.id);
await plane.snapshot.refresh();
afterAll(async () => {
  await plane.close();
  await t.close();
});

test("a client that cannot be looked up is told to try again, never that it is signed out", async () => {
  const client = await signInTestClient(t, plane.env, memberFor("developer").id);
  await t.loseServer();
  const authorization = `Bearer ${client.access_token}`;
  const hookToken = `Bearer ${hookTokenFor(plane.env.GATEHOUSE_SECRET, client.clientId, 0)}`;
  const json = { "content-type": "application/json" };
  const post = (path: string, token: string, body: object) =>
    fetch(plane.url + path, {
      method: "POST",
      headers: { ...json, authorization: token },
      body: JSON.stringify(body),
    });
  // Twice: what the first attempt left behind must not turn the second into a refusal.
  for (let attempt = 0; attempt < 2; attempt++) {
    const answers = await Promise.all([
      fetch(`${plane.url}/managed/settings`, { headers: { authorization } }),
      post("/v1/messages", authorization, {}),
      post("/hooks/claude-code", hookToken, preToolUse("ls")),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(answers.map(({ headers }) => headers.get("retry-after"))).toEqual(["2", "2", "2"]);
  }
});
