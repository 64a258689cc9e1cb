import type { Browser } from "@playwright/test";
import { type Instance, startInstance } from "../support/instance";
import { type Machine, newMachine } from "./claude";
import { type FakeClaudeApi, startFakeClaudeApi } from "./fake-claude-api";
import { Organization } from "./organization";
import { signInThroughTerminal } from "./sign-in";

/** One tool call of the "model" that runs a command. */
export const bash = (command: string) => ({ tool: "Bash", input: { command, description: "as asked" } });

/** Arguments that start the client in auto mode. */
export const AUTO = ["--permission-mode", "auto"];

/** An organization whose pilot group is rolled out and enforced, and a developer's machine with the real client. */
export type Pilot = {
  claude: FakeClaudeApi;
  gatehouse: Instance;
  organization: Organization;
  machine: Machine;
  /** Through the client's own `/login`, confirmed in the browser. */
  signIn: () => Promise<void>;
  stop: () => Promise<void>;
};

/** @param env beside what points Gatehouse at the fake API */
export async function startPilot(browser: Browser, env: Record<string, string> = {}): Promise<Pilot> {
  const claude = await startFakeClaudeApi();
  const gatehouse = await startInstance({
    env: { ANTHROPIC_UPSTREAM_URL: claude.url, ANTHROPIC_UPSTREAM_API_KEY: "upstream-key-of-the-organization", ...env },
  });
  const organization = await Organization.setUp(browser, gatehouse);
  await organization.publishRollout({ autoMode: true, enforcement: "authoritative" }, "Pilot starts");
  const machine = await newMachine();
  return {
    claude,
    gatehouse,
    organization,
    machine,
    signIn: () => signInThroughTerminal(machine, gatehouse.url, (code) => organization.approveDevice(code)),
    stop: async () => {
      await gatehouse.stop();
      await claude.stop();
    },
  };
}
