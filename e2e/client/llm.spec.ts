import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { SAID } from "@/lib/classifier/testing";
import { CLAUDE_BIN, runClaude, toolResults } from "./claude";
import type { SeenRequest } from "./fake-claude-api";
import { AUTO, bash, type Pilot, startPilot } from "./pilot";

const CLASSIFIER_KEY = "classifier-key-of-the-organization";

/** The action a question is about: the block before the last line of the prompt. */
const actionIn = ({ messages }: SeenRequest["body"]): string => {
  const content = messages.at(-1)?.content ?? [];
  return (Array.isArray(content) ? content.at(-2)?.text : content) ?? "";
};
const isQuick = ({ max_tokens }: SeenRequest["body"]) => Number(max_tokens) <= 64;

test.describe("the real Claude Code client under Gatehouse with the LLM classifier on", () => {
  test.skip(!CLAUDE_BIN, "CLAUDE_CODE_BIN is not set: the real client could not be fetched");

  let pilot: Pilot;

  test.beforeAll(async ({ browser }) => {
    pilot = await startPilot(browser, { CLASSIFIER_API_KEY: CLASSIFIER_KEY });
    await pilot.signIn();
  });

  test.afterAll(() => pilot?.stop());

  test("what only Claude can judge runs, or is blocked with its rule and explanation; both records show what that took", async () => {
    await writeFile(path.join(pilot.machine.project, "steps.sh"), "echo stepped on\n");
    await writeFile(path.join(pilot.machine.project, "upload.sh"), "echo must not run\n");
    pilot.claude.script("llm-run", [bash('eval "$(cat steps.sh)"'), bash('eval "$(cat upload.sh)"')]);
    pilot.claude.judge(CLASSIFIER_KEY, (body) => {
      if (actionIn(body).includes("steps.sh")) return SAID.pass;
      if (isQuick(body)) return SAID.flag;
      return SAID.block("data-exfiltration", "It would send the project to a host that nobody named.");
    });

    const run = await runClaude(pilot.machine, "llm-run: take the next steps", { args: AUTO });

    const [passed, blocked] = toolResults(run);
    expect(passed).toMatchObject({ isError: false, content: "stepped on" });
    expect(blocked?.isError).toBe(true);
    expect(blocked?.content).toContain("[Data Exfiltration] It would send the project to a host that nobody named.");

    const records = await pilot.organization.decisions();
    expect(records.find(({ summary }) => summary.includes("steps.sh"))).toMatchObject({
      outcome: "allow",
      tier: "llm",
      llm: { verdict: "allow", usage: { stages: 1, inputTokens: 10, outputTokens: 5 } },
    });
    expect(records.find(({ summary }) => summary.includes("upload.sh"))).toMatchObject({
      outcome: "block",
      tier: "llm",
      rule: "data-exfiltration",
      llm: { verdict: "block", usage: { stages: 2, inputTokens: 20, outputTokens: 10 } },
    });
    const asked = pilot.claude.requests.filter(({ headers }) => headers.authorization === `Bearer ${CLASSIFIER_KEY}`);
    expect(asked).toHaveLength(3);
    for (const { body } of asked) expect(JSON.stringify(body.messages)).toContain("llm-run: take the next steps");
  });
});
