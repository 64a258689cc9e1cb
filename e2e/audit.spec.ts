import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { askDecision } from "./support/ask-decision";
import { type Instance, startInstance } from "./support/instance";
import { callApi, callApiOk, join, newPage, setUpOrganization } from "./support/people";

test.describe.configure({ mode: "serial" });

const DEVELOPER = { name: "Dana Developer", email: "dana@example.com" };
const FORCE_PUSH = "git push --force origin main";

let instance: Instance;
let owner: Page;
let developer: Page;
let developerId: string;

const ok = <T>(method: string, path: string, data?: unknown) => callApiOk<T>(owner, instance, method, path, data);

const decide = (token: string, session: string, command: string) =>
  askDecision(instance, { token, developer: DEVELOPER.email, session, command });

/** A key pressed before the page's scripts have run is nobody's. */
const pressUntilFocused = (key: string, wanted: Locator) =>
  expect(async () => {
    await owner.keyboard.press(key);
    await expect(wanted).toBeFocused({ timeout: 300 });
  }).toPass();

test.beforeAll(async ({ browser }) => {
  instance = await startInstance();
  owner = await newPage(browser, instance);
  developer = await newPage(browser, instance);
  await setUpOrganization(owner, instance);
});
test.afterAll(() => instance.stop());

test("before the first decision, the pages say why they are empty and what to do", async () => {
  await owner.goto("/audit");
  await expect(owner.getByText("No client has asked for a decision yet")).toBeVisible();
  await owner.goto("/developers");
  await expect(owner.getByText("No developers yet")).toBeVisible();
  await owner.goto("/");
  await expect(owner.getByRole("heading", { name: "Getting started" })).toBeVisible();
});

test("what an agent was refused is in the trail, and what it was allowed is not in the way", async () => {
  const invited = await ok<{ id: string; inviteUrl: string }>("POST", "/members", DEVELOPER);
  developerId = invited.id;
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
    expect(await decide(secret, "warm-up", "git status")).toMatchObject({ verdict: "allow" });
  }).toPass({ timeout: 10_000 });
  await decide(secret, "first", FORCE_PUSH);
  await decide(secret, "second", FORCE_PUSH);
  await decide(secret, "second", "rm -rf /home/dana/documents");
  expect(await decide(secret, "second", FORCE_PUSH)).toMatchObject({ verdict: "ask", fallback: true });
  await decide(secret, "second", "ls");

  await owner.goto("/audit");
  await expect(owner.locator("[data-row]")).toHaveCount(4);
  await expect(owner.getByRole("cell", { name: "Fallback" })).toHaveCount(1);
  await expect(
    owner.getByRole("status").filter({ hasText: "blocks and fallbacks · last 7 days · UTC · 4 shown" }),
  ).toBeVisible();
  await owner.getByRole("link", { name: "All decisions" }).click();
  await expect(owner.getByRole("cell", { name: "Allowed" }).first()).toBeVisible();
});

test("filters stand in the address and come off one by one", async () => {
  await owner.goto("/audit");
  await pressUntilFocused("/", owner.getByRole("searchbox"));
  await owner.keyboard.type("documents");
  await owner.keyboard.press("Enter");
  await expect(owner).toHaveURL(/\/audit\?q=documents$/);
  await expect(owner.locator("[data-row]")).toHaveCount(1);
  await owner.getByText("More filters").click();
  await owner.getByLabel("Session").fill("first");
  await owner.getByRole("button", { name: "Apply" }).click();
  await expect(owner.getByText("No block or fallback in this time under these filters")).toBeVisible();
  await owner.getByRole("link", { name: "Remove filter Text: documents" }).click();
  await expect(owner).toHaveURL(/\/audit\?session=first$/);
  await expect(owner.locator("[data-row]")).toHaveCount(1);
});

test("a filter that cannot be read is named, and the rest still works", async () => {
  await owner.goto("/audit?range=2y&session=first");
  await expect(owner.getByText("range was left out of the query")).toBeVisible();
  await expect(owner.locator("[data-row]")).toHaveCount(1);
});

test("rows are walked, opened and closed by keyboard, and an open record is an address", async () => {
  await owner.goto("/audit?session=first");
  await pressUntilFocused("j", owner.locator("[data-row]"));
  await owner.keyboard.press("Enter");
  const sheet = owner.getByRole("dialog");
  await expect(sheet.getByRole("heading", { name: "Bash by Dana Developer" })).toBeVisible();
  await expect(sheet.getByRole("region", { name: "command" })).toContainText("--force");
  await expect(sheet.locator("mark").first()).toBeVisible();
  await expect(owner).toHaveURL(/record=/);
  await owner.reload();
  await expect(sheet).toBeVisible();
  await owner.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(owner).toHaveURL(/\/audit\?session=first$/);

  await owner.locator("[data-row]").click();
  await sheet.getByRole("link", { name: "Full page" }).click();
  await expect(owner).toHaveURL(/\/audit\/[0-9a-f-]{36}$/);
  await expect(owner.getByRole("heading", { name: "Bash by Dana Developer", level: 1 })).toBeVisible();
});

test("what people do on Gatehouse is in the same trail, as sentences", async () => {
  await owner.goto("/audit?type=admin");
  await expect(owner.getByText("Olivia Owner published Revision 1")).toBeVisible();
  await expect(owner.getByText("Olivia Owner created the API token agent")).toBeVisible();
});

test("the export is the query that is shown, and is recorded itself", async () => {
  await owner.goto("/audit?session=second");
  const [download] = await Promise.all([
    owner.waitForEvent("download"),
    owner.getByRole("link", { name: "CSV", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^gatehouse-audit-.*\.csv$/);
  const text = await (await callApi(owner, instance, "GET", "/audit/export?session=second&format=csv")).text();
  expect(text.trim().split("\r\n")).toHaveLength(4);
  await owner.goto("/audit?type=admin");
  await expect(owner.getByText("Olivia Owner exported the audit trail as CSV").first()).toBeVisible();
});

test("the developer's page has sessions with what was stopped and what was allowed", async () => {
  await owner.goto("/developers");
  await owner.getByRole("link", { name: DEVELOPER.name }).click();
  await expect(owner).toHaveURL(new RegExp(`/developers/${developerId}$`));
  const sessions = owner.getByRole("region", { name: "Sessions" });
  await expect(sessions.getByText("3 stopped · 1 action allowed")).toBeVisible();
  await expect(sessions.getByText("latest allowed").first()).toBeVisible();
  await owner.getByText("Show as a table").click();
  await expect(owner.getByRole("table").filter({ hasText: "Day (UTC)" })).toBeVisible();
});

test("a developer sees the page about themselves, their own records, and nothing else", async () => {
  await developer.goto("/");
  await expect(developer).toHaveURL(new RegExp(`/developers/${developerId}$`));
  await developer.getByRole("link", { name: FORCE_PUSH }).first().click();
  await expect(developer.getByRole("heading", { name: "Bash by Dana Developer" })).toBeVisible();
  for (const path of ["/audit", "/developers"]) {
    await developer.goto(path);
    await expect(developer.getByRole("heading", { name: "Not for your role" })).toBeVisible();
  }
  expect((await callApi(developer, instance, "GET", "/audit")).status()).toBe(403);
  expect((await callApi(developer, instance, "GET", "/audit/export")).status()).toBe(403);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`no page has a serious accessibility fault (${colorScheme})`, async () => {
    await owner.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await owner.goto("/audit");
    const record = await owner.locator("[data-row]").first().getAttribute("href");
    for (const path of [
      "/",
      "/audit?type=all",
      record ?? "",
      "/audit?q=nothing",
      "/developers",
      `/developers/${developerId}`,
    ]) {
      await owner.goto(path);
      await owner.waitForLoadState("networkidle");
      const { violations } = await new AxeBuilder({ page: owner }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
