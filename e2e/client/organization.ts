import { readFile } from "node:fs/promises";
import path from "node:path";
import { type APIResponse, type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { Instance } from "../support/instance";
import type { Machine } from "./claude";

type Rollout = { autoMode: boolean; enforcement: string };
type ClientRow = {
  id: string;
  version: string | null;
  deliveredRevision: number | null;
  deliveredChecksum: string | null;
};
type DecisionRow = {
  id: string;
  outcome: string;
  summary: string;
  tier: string;
  rule: string | null;
  llm: { verdict: string; usage: { stages: number; inputTokens: number; outputTokens: number } | null } | null;
};

const OWNER = { name: "Olivia Owner", email: "olivia@example.com", password: "a long enough passphrase" };
const DEVELOPER = { name: "Dana Developer", email: "dana@example.com", password: "another long passphrase" };

/** An organization on a running instance: its owner and one developer in a pilot group, each in a browser of their own. */
export class Organization {
  private constructor(
    private readonly instance: Instance,
    private readonly owner: Page,
    private readonly developer: Page,
    private readonly groupId: string,
    private readonly developerId: string,
  ) {}

  static async setUp(browser: Browser, instance: Instance): Promise<Organization> {
    const newPage = async () => (await browser.newContext({ baseURL: instance.url })).newPage();
    const owner = await newPage();
    await owner.goto(instance.setupLink ?? "/setup");
    await owner.getByLabel("Organization").fill("Example Inc");
    await fillPerson(owner, OWNER);
    await owner.getByLabel("Your e-mail").fill(OWNER.email);
    await owner.getByRole("button", { name: "Create organization" }).click();
    await expect(owner.getByRole("heading", { name: "Overview" })).toBeVisible();

    const call = caller(owner.context(), instance.url);
    const invited = await call<{ id: string; inviteUrl: string }>("POST", "/members", {
      email: DEVELOPER.email,
      name: DEVELOPER.name,
    });
    const group = await call<{ id: string }>("POST", "/groups", { name: "pilot" });
    await call("PUT", `/groups/${group.id}/members`, { memberIds: [invited.id] });

    const developer = await newPage();
    await developer.goto(invited.inviteUrl);
    await fillPerson(developer, DEVELOPER);
    await developer.getByRole("button", { name: "Join" }).click();
    await developer.waitForURL((url) => url.pathname !== "/invite");
    return new Organization(instance, owner, developer, group.id, invited.id);
  }

  private get call() {
    return caller(this.owner.context(), this.instance.url);
  }

  /** Sets the pilot group's rollout and publishes it; with a signed-in machine, waits until that is served the change. */
  async publishRollout(rollout: Rollout, reason: string, machine?: Machine): Promise<void> {
    const before = machine && (await this.managedSettings(machine));
    const { version } = await this.call<{ version: number }>("PUT", "/draft/rollout", {
      groups: [{ groupId: this.groupId, startInAutoMode: false, ...rollout }],
      everyoneElse: { autoMode: false, enforcement: "observe", startInAutoMode: false },
    });
    await this.call("POST", "/draft/publish", { version, title: reason, reason });
    if (machine) await expect.poll(() => this.managedSettings(machine), { timeout: 3_000 }).not.toEqual(before);
  }

  /** What the developer does in the browser with the code the terminal shows. */
  async approveDevice(userCode: string): Promise<void> {
    await this.developer.goto("/device");
    await this.developer.getByLabel("Code shown in your terminal").fill(userCode);
    await this.developer.getByRole("button", { name: "Continue" }).click();
    await this.developer.getByRole("button", { name: "Approve" }).click();
    await expect(this.developer.getByText("You can return to your terminal")).toBeVisible();
  }

  clients = async () => (await this.call<{ items: ClientRow[] }>("GET", "/clients")).items;

  decisions = async () => (await this.call<{ items: DecisionRow[] }>("GET", "/audit?type=decisions")).items;

  record = (id: string) => this.call<{ agentId: string | null; evidence: { field: string }[] }>("GET", `/audit/${id}`);

  async openDeveloperPage(): Promise<Page> {
    await this.owner.goto(`/developers/${this.developerId}`);
    return this.owner;
  }

  /** The document this client would get, fetched as the client fetches it. */
  async managedSettings(machine: Machine): Promise<unknown> {
    const stored = JSON.parse(await readFile(path.join(machine.home, ".claude/.credentials.json"), "utf8")) as {
      enterpriseGateway: { jwt: string };
    };
    const response = await fetch(`${this.instance.url}/managed/settings`, {
      headers: { authorization: `Bearer ${stored.enterpriseGateway.jwt}` },
    });
    expect(response.status).toBe(200);
    return ((await response.json()) as { settings: unknown }).settings;
  }
}

async function fillPerson(page: Page, person: { name: string; password: string }) {
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
}

/** Calls the console's API as the signed-in person of a browser context. */
const caller =
  (context: BrowserContext, baseUrl: string) =>
  async <T>(method: string, route: string, data?: unknown): Promise<T> => {
    const response: APIResponse = await context.request.fetch(`${baseUrl}/api/v1${route}`, {
      method,
      data,
      headers: { origin: baseUrl },
    });
    expect(response.ok(), `${method} ${route}: ${response.status()} ${await response.text()}`).toBe(true);
    return (await response.json()) as T;
  };
