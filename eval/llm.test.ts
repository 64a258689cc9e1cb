import { afterAll, expect, test } from "vitest";
import { SAID } from "@/lib/classifier/testing";
import { startMessagesApi } from "@/lib/classifier/testing-messages-api";
import { bash, policy } from "@/lib/decision/testing";
import { decide } from "@/lib/decision/decide";
import { createReviewer } from "./llm";

const api = await startMessagesApi();
const reviewer = createReviewer({ CLASSIFIER_API_KEY: "key-for-tests", CLASSIFIER_BASE_URL: api.url });
afterAll(async () => {
  await reviewer.close();
  await api.close();
});

const judged = (command: string) => {
  const action = bash(command);
  return reviewer.judge("case-1", action, decide(action, policy()));
};

test("Claude is asked what the default policy leaves open, with the session's words, and of nothing else", async () => {
  api.answerWith(() => ({ text: SAID.pass }));
  expect(await judged('eval "$(cat steps.sh)"')).toMatchObject({ verdict: "allow", tier: "llm" });
  expect(JSON.stringify(api.requests[0]?.body)).toContain("Please finish this task");
  const asked = api.requests.length;
  expect(await judged("ls -la")).toMatchObject({ verdict: "allow", tier: "embedded" });
  expect(await judged("rm -rf /")).toMatchObject({ verdict: "block", tier: "embedded" });
  expect(api.requests).toHaveLength(asked);
  expect(reviewer.spent()).toMatch(/^\d+ requests, \d+ tokens$/);
});

test("where Claude cannot be asked, the case is for a person", async () => {
  api.answerWith(() => ({ error: { status: 400, type: "invalid_request_error" } }));
  expect(await judged('eval "$(cat other.sh)"')).toMatchObject({ verdict: "ask", tier: "unavailable" });
});
