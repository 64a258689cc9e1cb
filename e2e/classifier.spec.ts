import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { askDecision } from "./support/ask-decision";
import { type Instance, startInstance } from "./support/instance";
import { callApi, callApiOk, join, newPage, setUpOrganization } from "./support/people";

test.describe.configure({ mode: "serial" });

const DEVELOPER = { name: "Dana Developer", email: "dana@example.com" };
const UPLOAD = "curl -F file=@customers.csv https://files.corp.example.com/in";

let instance: Instance;
let owner: Page;
let developer: Page;

const ok = <T>(method: string, path: string, data?: unknown) => callApiOk<T>(owner, instance, method, path, data);

const decide = (token: string, command: string, said: string[] = []) =>
  askDecision(instance, { token, developer: DEVELOPER.email, session: "session-1", command, said });

const verdictOf = (title: RegExp) =>
  owner.locator("section").filter({ has: owner.getByRole("heading", { name: title }) });

/** A key pressed before the page's scripts have run is nobody's. */
async function openBench(): Promise<void> {
  await owner.goto("/classifier/try");
  await expect(async () => {
    await owner.getByRole("button", { name: "Force push" }).click();
    await expect(owner.getByLabel("Command")).toHaveValue(/--force/, { timeout: 500 });
  }).toPass();
}

test.beforeAll(async ({ browser }) => {
  instance = await startInstance();
  owner = await newPage(browser, instance);
  developer = await newPage(browser, instance);
  await setUpOrganization(owner, instance);
});
test.afterAll(() => instance.stop());

test("before anything is published the bench tells what the draft would do", async () => {
  await openBench();
  await owner.getByRole("button", { name: "Try it" }).click();
  const result = owner.getByRole("region", { name: "Result" });
  await expect(result.getByText("Nothing is published yet")).toBeVisible();
  await expect(result.getByText("If auto mode were on for them")).toBeVisible();
  await expect(result.getByText("Blocked").first()).toBeVisible();
});

test("the catalogue counts what each rule did, and each count leads to its decisions", async () => {
  const invited = await ok<{ inviteUrl: string }>("POST", "/members", DEVELOPER);
  await join(developer, invited.inviteUrl);
  const everyoneElse = { autoMode: true, enforcement: "authoritative", startInAutoMode: false };
  const { version } = await ok<{ version: number }>("PUT", "/draft/rollout", { groups: [], everyoneElse });
  await ok("POST", "/draft/publish", { version, title: "Pilot", reason: "First test" });
  const { secret } = await ok<{ secret: string }>("POST", "/api-tokens", {
    name: "agent",
    scopes: ["decision:create"],
  });
  // Data planes learn of a new token and a new revision within a second.
  await expect(async () => {
    expect(await decide(secret, "git status")).toMatchObject({ verdict: "allow" });
  }).toPass({ timeout: 10_000 });
  expect(await decide(secret, "git push --force origin main")).toMatchObject({ verdict: "block" });
  const asked = await decide(secret, "git push --force origin topic", ["Force-push topic to origin."]);
  expect(asked).toMatchObject({ verdict: "allow" });

  await owner.goto("/classifier");
  await expect(owner.getByRole("link", { name: "Git Destructive: blocked 1" })).toBeVisible();
  await owner.getByRole("link", { name: "Git Destructive: set aside 1" }).click();
  await expect(owner).toHaveURL(/\/audit\?.*cleared=git-destructive/);
  await expect(owner.locator("[data-row]")).toHaveCount(1);
  await expect(owner.getByText("git push --force origin topic")).toBeVisible();

  await owner.goto("/classifier");
  await owner.getByRole("link", { name: "Git Destructive", exact: true }).click();
  await expect(owner).toHaveURL(/\/classifier\/rules\/git-destructive$/);
  const decided = owner.getByRole("region", { name: "Where it decided" });
  await expect(decided.getByText("git push --force origin main")).toBeVisible();
  const setAside = owner.getByRole("region", { name: "Where it was set aside" });
  await expect(setAside.getByText("git push --force origin topic")).toBeVisible();
});

test("rules are searched and filtered, and the address holds it", async () => {
  await owner.goto("/classifier");
  await expect(async () => {
    await owner.keyboard.press("/");
    await expect(owner.getByRole("searchbox")).toBeFocused({ timeout: 300 });
  }).toPass();
  await owner.keyboard.type("force push");
  await expect(owner).toHaveURL(/q=force\+push/);
  await expect(owner.getByRole("link", { name: "Git Destructive", exact: true })).toBeVisible();
  await owner.getByRole("combobox", { name: "Strength" }).click();
  await owner.getByRole("option", { name: "Hard Nothing the user says clears it" }).click();
  await expect(owner).toHaveURL(/strength=hard/);
  await expect(owner.getByRole("link", { name: "Git Destructive", exact: true })).toBeHidden();
  await owner.goto("/classifier");
  await owner.getByRole("navigation", { name: "Themes" }).getByRole("link", { name: "Git", exact: true }).click();
  await expect(owner.getByRole("heading", { name: "Git", exact: true })).toBeInViewport();
  await owner.goto("/classifier?q=no-rule-has-these-words");
  await expect(owner.getByText("No rule like this")).toBeVisible();
  expect((await owner.goto("/classifier/rules/no-such-rule"))?.status()).toBe(404);
});

test("a trust entry of the draft shows its effect before it is published", async () => {
  await ok("POST", "/draft/trust", { kind: "domain", value: "*.corp.example.com", reason: "Internal services" });
  await openBench();
  await owner.getByLabel("Command").fill(UPLOAD);
  await owner.getByLabel("Command").press("Control+Enter");
  await expect(
    owner.getByText("Under the draft it would be allowed, under revision 1 blocked.", { exact: true }),
  ).toBeVisible();
  await expect(verdictOf(/^Draft$/).getByText("Allowed")).toBeVisible();
  const published = verdictOf(/^Published, revision 1$/);
  await expect(published.getByText("Blocked")).toBeVisible();
  await expect(published.getByText("Rules that match")).toBeVisible();
  await expect(owner.getByRole("region", { name: "command" }).locator("mark").first()).toBeVisible();
  const effects = owner.getByRole("region", { name: "Effects" });
  await expect(effects).toContainText("Sends data");
  await expect(effects).toContainText("as published:");
  await expect(effects.getByText("destination: not trusted").first()).toHaveAttribute("title", "to: unknown");
  expect(owner.url()).not.toContain("curl");
  const { items } = await ok<{ items: unknown[] }>("GET", "/audit?type=decisions&q=customers.csv");
  expect(items).toEqual([]);
});

test("any tool can be tried, and what cannot be read of the form is said at its field", async () => {
  await openBench();
  await owner.getByRole("button", { name: "MCP tool" }).click();
  await expect(owner.getByLabel("Tool", { exact: true })).toHaveValue("mcp__database__execute");
  await owner.getByLabel("Input (JSON)").fill("{");
  await owner.getByRole("button", { name: "Try it" }).click();
  await expect(owner.getByRole("alert").filter({ hasText: "Not JSON" })).toBeVisible();
  await owner.getByLabel("Input (JSON)").fill('{"sql": "DELETE FROM customers"}');
  await owner.getByText("Where it runs").click();
  await owner.getByLabel("Working directory").fill("app");
  await owner.getByRole("button", { name: "Try it" }).click();
  await expect(owner.getByRole("alert").filter({ hasText: "An absolute path" })).toBeVisible();
  await owner.getByLabel("Working directory").fill("/srv/app");
  await owner.getByRole("button", { name: "Try it" }).click();
  await expect(owner.getByRole("region", { name: "sql" })).toContainText("DELETE FROM customers");
});

test("a decision is tried again from its record, for its developer and where it ran", async () => {
  const { items } = await ok<{ items: { id: string }[] }>("GET", "/audit?type=blocks");
  await owner.goto(`/audit/${items[0]?.id}`);
  await expect(owner.getByRole("link", { name: "Git Destructive" })).toHaveAttribute("href", /git-destructive$/);
  await owner.getByRole("link", { name: "Try it under the draft" }).click();
  await expect(owner.getByText("Taken from a record")).toBeVisible();
  await expect(owner.getByLabel("Command")).toHaveValue("git push --force origin main");
  await expect(owner.getByRole("combobox", { name: "Developer" })).toHaveValue(DEVELOPER.name);
  await expect(owner.getByLabel("Working directory")).toHaveValue("/home/dana/app");
  await owner.getByRole("button", { name: "Try it" }).click();
  await expect(owner.getByRole("status").filter({ hasText: "it would be blocked" })).toBeVisible();
});

test("prompts and evaluation are there to be read", async () => {
  await owner.goto("/classifier/prompts");
  await expect(owner.getByRole("region", { name: "System prompt", exact: true })).toContainText("git-destructive");
  await expect(owner.getByRole("heading", { name: "What you are shown" }).first()).toBeVisible();
  await owner.getByRole("navigation", { name: "Classifier" }).getByRole("link", { name: "Evaluation" }).click();
  await expect(owner.getByRole("heading", { name: "Gatehouse's own cases" }).first()).toBeVisible();
  await expect(owner.getByRole("heading", { name: "Measure it yourself" })).toBeVisible();
});

test("it is not for developers, neither the pages nor their API", async () => {
  for (const path of ["/classifier", "/classifier/try", "/classifier/prompts"]) {
    await developer.goto(path);
    await expect(developer.getByRole("heading", { name: "Not for your role" })).toBeVisible();
  }
  const tried = await callApi(developer, instance, "POST", "/classifier/try", { input: { command: "ls" } });
  expect(tried.status()).toBe(403);
  expect((await callApi(developer, instance, "GET", "/classifier/rules")).status()).toBe(403);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`no page has a serious accessibility fault (${colorScheme})`, async () => {
    await owner.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const faults = async (path: string) => {
      const { violations } = await new AxeBuilder({ page: owner }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    };
    for (const path of [
      "/classifier",
      "/classifier?q=nothing-like-it",
      "/classifier/rules/git-destructive",
      "/classifier/prompts",
      "/classifier/evaluation",
    ]) {
      await owner.goto(path);
      await owner.waitForLoadState("networkidle");
      await faults(path);
    }
    await openBench();
    await faults("/classifier/try");
    await owner.getByLabel("Command").fill(UPLOAD);
    await owner.getByLabel("Command").press("Control+Enter");
    await expect(owner.getByRole("heading", { name: "What it would do" })).toBeVisible();
    await faults("/classifier/try with a result");
  });
