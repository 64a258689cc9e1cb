import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { SAID } from "@/lib/classifier/testing";
import { type Instance, startInstance } from "../support/instance";
import { CLAUDE_BIN, type Machine, newMachine, runClaude, toolResults } from "./claude";
import { type FakeClaudeApi, type SeenRequest, startFakeClaudeApi } from "./fake-claude-api";
import { Organization } from "./organization";
import { signInThroughTerminal } from "./sign-in";

const CLASSIFIER_KEY = "classifier-key-of-the-organization";
const bash = (command: string) => ({ tool: "Bash", input: { command, description: "as asked" } });

/** The action a question is about: the block before the last line of the prompt. */
const actionIn = ({ messages }: SeenRequest["body"]): string => {
  const content = messages.at(-1)?.content ?? [];
  return (Array.isArray(content) ? content.at(-2)?.text : content) ?? "";
};
const isQuick = ({ max_tokens }: SeenRequest["body"]) => Number(max_tokens) <= 64;

test.describe("the real Claude Code client under Gatehouse with the LLM classifier on", () => {
  test.skip(!CLAUDE_BIN, "CLAUDE_CODE_BIN is not set: the real client could not be fetched");

  let claude: FakeClaudeApi;
  let gatehouse: Instance;
  let organization: Organization;
  let machine: Machine;

  test.beforeAll(async ({ browser }) => {
    claude = await startFakeClaudeApi();
    gatehouse = await startInstance({
      env: {
        ANTHROPIC_UPSTREAM_URL: claude.url,
        ANTHROPIC_UPSTREAM_API_KEY: "upstream-key-of-the-organization",
        CLASSIFIER_API_KEY: CLASSIFIER_KEY,
      },
    });
    organization = await Organization.setUp(browser, gatehouse);
    await organization.publishRollout({ autoMode: true, enforcement: "authoritative" }, "Pilot starts");
    machine = await newMachine();
    await signInThroughTerminal(machine, gatehouse.url, (code) => organization.approveDevice(code));
  });

  test.afterAll(async () => {
    await gatehouse?.stop();
    await claude?.stop();
  });

  test("what only Claude can judge runs, or is blocked with its rule and explanation; both records show what that took", async () => {
    await writeFile(path.join(machine.project, "steps.sh"), "echo stepped on\n");
    await writeFile(path.join(machine.project, "upload.sh"), "echo must not run\n");
    claude.script("llm-run", [bash('eval "$(cat steps.sh)"'), bash('eval "$(cat upload.sh)"')]);
    claude.judge(CLASSIFIER_KEY, (body) => {
      if (actionIn(body).includes("steps.sh")) return SAID.pass;
      if (isQuick(body)) return SAID.flag;
      return SAID.block("data-exfiltration", "It would send the project to a host that nobody named.");
    });

    const run = await runClaude(machine, "llm-run: take the next steps", { args: ["--permission-mode", "auto"] });

    const [passed, blocked] = toolResults(run);
    expect(passed).toMatchObject({ isError: false, content: "stepped on" });
    expect(blocked?.isError).toBe(true);
    expect(blocked?.content).toContain("[Data Exfiltration] It would send the project to a host that nobody named.");

    const records = await organization.decisions();
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
    const asked = claude.requests.filter(({ headers }) => headers.authorization === `Bearer ${CLASSIFIER_KEY}`);
    expect(asked).toHaveLength(3);
    for (const { body } of asked) expect(JSON.stringify(body.messages)).toContain("llm-run: take the next steps");
  });
});
