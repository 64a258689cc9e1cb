import type { AddressInfo } from "node:net";
import type { Pool } from "pg";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLlmClassifier } from "@/lib/classifier/llm";
import { SAID } from "@/lib/classifier/testing";
import type { Judgement } from "@/lib/decision/types";
import { ClassifierPolicy } from "@/lib/policy/classifier-policy";
import { reviewJudged } from "./decisions-llm";
import { eventually } from "./testing";
import { testAsked } from "./testing-asked";
import { createLlmPlane, FLAG, FORCE_PUSH, OPAQUE, OVERLOADED } from "./testing-llm";
import { preToolUse } from "./testing-plane";

let p: Awaited<ReturnType<typeof createLlmPlane>>;
let s: ReturnType<typeof p.session>;
beforeAll(async () => {
  p = await createLlmPlane();
});
afterAll(() => p.close());
beforeEach(() => {
  s = p.session();
});

describe("when it gives no verdict", () => {
  test("what was open becomes `ask` or `block` as the policy says, with tier `unavailable` and the cause", async () => {
    for (const [whenUnavailable, decision] of [["ask", "ask"], ["block", "deny"]] as const) {
      await p.publish({ whenUnavailable });
      p.api.answerWith([FLAG, OVERLOADED]);
      expect(await s.run(OPAQUE)).toMatchObject({ decision, reason: expect.stringContaining("overloaded") as string });
      expect(await s.lastRecord()).toMatchObject({
        tier: "unavailable",
        rule: null,
        llm: { verdict: "unavailable", cause: "overloaded", usage: { stages: 2 } },
      });
    }
  }); // prettier-ignore

  test("such a block counts towards no limit, and ends no row of real ones", async () => {
    await p.publish({ whenUnavailable: "block" });
    p.api.answerWith([OVERLOADED]);
    for (let times = 0; times < 4; times++) expect(await s.run(OPAQUE)).toMatchObject({ decision: "deny" });
    await s.run(FORCE_PUSH);
    await s.run(FORCE_PUSH);
    await s.run(OPAQUE);
    expect(await s.run(FORCE_PUSH)).toMatchObject({ decision: "ask" });
    expect(await p.db.agentSession.findFirstOrThrow({ where: { id: s.sessionId } })).toMatchObject({ totalBlocks: 3 });
  });

  test("a soft rule's block stays a block", async () => {
    await p.publish();
    p.api.answerWith([OVERLOADED]);
    await s.says("I have rebased the login branch; the remote may take my version of it.");
    expect(await s.run(FORCE_PUSH)).toMatchObject({ decision: "deny" });
    expect(await s.lastRecord()).toMatchObject({
      tier: "embedded",
      rule: "git-destructive",
      llm: { cause: "overloaded" },
    });
  });

  test("after five failures nobody waits for it any more", async () => {
    await p.publish();
    p.api.answerWith([OVERLOADED]);
    for (let failures = 0; failures < 6; failures++) await s.run(OPAQUE);
    expect(p.api.requests).toHaveLength(5);
    expect(await s.lastRecord()).toMatchObject({ llm: { cause: "circuit-open", usage: null } });
    const ready = await s.app.inject("/readyz");
    expect(ready.json()).toMatchObject({ llmClassifier: "on", llmCircuitsOpen: 1 });
  });

  test("the day's token limit holds across processes", async () => {
    await p.publish();
    p.api.answerWith([{ text: SAID.pass }]);
    const writers = await p.db.llmSpend.count();
    await s.run(OPAQUE);
    expect(await eventually(async () => (await p.db.llmSpend.count()) > writers)).toBe(true);
    await p.publish({ dailyTokenLimit: 1 });
    const other = p.session();
    expect(await other.run(OPAQUE)).toMatchObject({
      decision: "ask",
      reason: expect.stringContaining("spend-limit") as string,
    });
    expect(p.api.requests).toHaveLength(0);
  });

  test("without the session's history it is not asked, since the user may have forbidden it there", async () => {
    const memberId = p.memberFor("developer").id;
    const asked = testAsked(
      { organizationId: p.organization.id, memberId, clientId: "c", groupIds: [] },
      "./scripts/rotate.sh",
    );
    const env = { CLASSIFIER_API_KEY: "key", ANTHROPIC_UPSTREAM_URL: p.api.url, CLASSIFIER_BASE_URLS: [] };
    const llm = createLlmClassifier({ env, pool: p.pool, logger: pino({ level: "silent" }) });
    const pool = { query: () => Promise.reject(new Error("away")) } as unknown as Pool;
    const policy = { classifier: ClassifierPolicy.parse({ llm: { when: "always", whenUnavailable: "block" } }) };
    const judgement: Judgement = {
      verdict: "allow",
      tier: "embedded",
      rule: null,
      reason: "",
      evidence: [],
      effects: [],
    };
    const judged = { judgement, action: asked.action };
    expect(await reviewJudged({ llm, pool, snapshot: p.snapshot }, asked, policy, judged)).toMatchObject({
      judgement: { verdict: "block", tier: "unavailable" },
      llm: { cause: "history-unread" },
    });
    expect(p.api.requests).toHaveLength(0);
  });

  test("a client that leaves ends the question, and the record tells that nobody judged", async () => {
    await p.publish();
    p.api.answerWith([{ silence: true }]);
    await s.app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = s.app.server.address() as AddressInfo;
    const leaves = new AbortController();
    const asked = fetch(`http://127.0.0.1:${port}/hooks/claude-code`, {
      method: "POST",
      headers: s.headers,
      body: JSON.stringify(preToolUse(OPAQUE, { session_id: s.sessionId })),
      signal: leaves.signal,
    });
    setTimeout(() => leaves.abort(), 200);
    await expect(asked).rejects.toThrow();
    expect(await eventually(async () => (await p.db.decision.count({ where: { sessionId: s.sessionId } })) === 1)).toBe(
      true,
    );
    expect(await s.lastRecord()).toMatchObject({ tier: "unavailable", answer: "ask", llm: { cause: "timeout" } });
  });

  test("a client is answered before it stops waiting, however slow the API is", async () => {
    await p.publish({ timeoutMs: 500 });
    p.api.answerWith([{ silence: true }]);
    const startedAtMs = performance.now();
    expect(await s.run(OPAQUE)).toMatchObject({ decision: "ask" });
    expect(performance.now() - startedAtMs).toBeLessThan(5_000);
  });
});
