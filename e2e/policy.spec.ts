import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { type Instance, startInstance } from "./support/instance";
import { callApi, join, newPage, problemOn, setUpOrganization } from "./support/people";

test.describe.configure({ mode: "serial" });

let instance: Instance;
let page: Page;
test.beforeAll(async ({ browser }) => {
  instance = await startInstance({ env: { CLASSIFIER_BASE_URLS: "https://llm.corp.example.com/v2/" } });
  page = await newPage(browser, instance);
  await setUpOrganization(page, instance);
  for (const name of ["Platform", "Payments"]) {
    const made = await callApi(page, instance, "POST", "/groups", { name });
    expect(made.ok()).toBe(true);
  }
});
test.afterAll(() => instance.stop());

const banner = () => page.getByRole("region", { name: "Draft" });
const tab = (name: string) => page.getByRole("navigation", { name: "Policy" }).getByRole("link", { name });

/** One is offered at a time; that of the change before fades out meanwhile. */
async function undo(): Promise<void> {
  const offered = page.locator("[data-sonner-toast][data-removed=false]").getByRole("button", { name: "Undo" });
  await expect(offered).toHaveCount(1);
  await offered.click();
}

async function addDomain(value: string, reason: string): Promise<Locator> {
  await page.getByRole("button", { name: "Add domain" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Trusted domain").fill(value);
  await dialog.getByLabel("Reason").fill(reason);
  return dialog;
}

const row = (value: string) =>
  page.getByRole("row").filter({ has: page.getByRole("button", { name: `Edit ${value}`, exact: true }) });

/** Opens the publish dialog with a title and a reason in it. */
async function preparePublication(on: Page, title: string): Promise<Locator> {
  await on.goto("/policy/publish");
  await on.getByRole("button", { name: /^Publish revision/ }).click();
  const dialog = on.getByRole("dialog");
  await dialog.getByLabel("Title").fill(title);
  await dialog.getByLabel("Reason").fill("Agreed with security");
  return dialog;
}

test("before the first revision the console says that clients get no policy", async () => {
  await page.goto("/policy");
  await expect(banner()).toContainText("No policy is published yet");
  await page.goto("/revisions");
  await expect(page.getByText("Nothing has been published yet")).toBeVisible();
});

test("a domain is checked as it is typed and saved in its normal form", async () => {
  await page.goto("/policy/trust");
  const dialog = await addDomain("*.com", "Everything");
  await expect(problemOn(page)).toContainText("com");
  await dialog.getByLabel("Trusted domain").fill("*.Corp.Example.com");
  await expect(dialog.getByText("Will be saved as *.corp.example.com")).toBeVisible();
  await dialog.getByLabel("Reason").fill("");
  await dialog.getByRole("button", { name: "Add to draft" }).click();
  await expect(dialog.getByLabel("Reason")).toBeFocused();
  await expect(dialog.getByText("Required")).toBeVisible();
  await dialog.getByLabel("Reason").fill("Internal services");
  await dialog.getByRole("button", { name: "Add to draft" }).click();
  await expect(row("*.corp.example.com")).toContainText("Internal services");
  await expect(banner()).toContainText("Draft with 1 change");
});

test("duplicates are refused and what a broader entry covers is pointed out", async () => {
  const dialog = await addDomain("*.corp.example.com", "Again");
  await expect(problemOn(page)).toContainText("*.corp.example.com is trusted already.");
  await dialog.getByLabel("Trusted domain").fill("git.corp.example.com");
  await expect(dialog.getByText("git.corp.example.com is already covered by *.corp.example.com.")).toBeVisible();
  await dialog.getByRole("button", { name: "Add to draft" }).click();
  await expect(row("git.corp.example.com")).toContainText("already covered");
});

test("a removed entry comes back with Undo", async () => {
  await page.getByRole("button", { name: "Remove git.corp.example.com" }).click();
  await expect(row("git.corp.example.com")).toHaveCount(0);
  await undo();
  await expect(row("git.corp.example.com")).toBeVisible();
});

test("many lines are pasted at once, and the lines that are not understood are named", async () => {
  await page.goto("/policy/trust?kind=bucket");
  await page.getByRole("button", { name: "Paste many" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Buckets").fill("s3://acme-build/\ngs://acme-data\nnot a bucket");
  await expect(dialog.getByText(/^Line 3, “not a bucket”/)).toBeVisible();
  await dialog.getByLabel("Reason").fill("Build output");
  await dialog.getByRole("button", { name: "Add 2 buckets" }).click();
  await expect(page.getByRole("row")).toHaveCount(3);
});

test("removing Claude Code's own entries from a list is a warning, and can be undone", async () => {
  await page.goto("/policy/rules");
  const list = page.getByRole("region", { name: "Hard deny" });
  await list.getByRole("button", { name: "Remove Claude Code's own entries" }).click();
  await expect(list.getByText("no longer apply")).toBeVisible();
  await undo();
  await expect(list.getByText("no longer apply")).toBeHidden();
  await expect(list.getByRole("listitem")).toContainText("$defaults");
});

test("auto mode is turned on for a group, and the preview shows its document", async () => {
  await page.goto("/policy");
  await page.getByRole("button", { name: "Add group" }).click();
  await page.getByRole("menuitem", { name: /Platform/ }).click();
  await page.getByRole("switch", { name: "Auto mode for Platform" }).click();
  await page.getByRole("combobox", { name: "Enforcement for Platform" }).click();
  await page.getByRole("option", { name: /Authoritative/ }).click();
  await expect(banner()).toContainText("Draft with 5 changes");

  await tab("Preview").click();
  const document = page.getByRole("region", { name: "Managed settings document" });
  await expect(document).toContainText('"disableAutoMode": "disable"');
  await page.getByRole("button", { name: "Group", exact: true }).click();
  await page.getByRole("menuitem", { name: "Platform" }).click();
  await expect(document).not.toContainText("disableAutoMode");
  await expect(document).toContainText("**Trusted internal domains**: *.corp.example.com, git.corp.example.com");
  await expect(page.getByTestId("checksum")).toHaveText(/^sha256:[0-9a-f]{64}$/);
});

test("groups are put in order with the keyboard, and one that is removed leaves nothing behind", async () => {
  await page.goto("/policy");
  const groups = page.getByRole("region", { name: "Groups, in order" }).getByRole("heading", { level: 3 });
  await page.getByRole("button", { name: "Add group" }).click();
  await page.getByRole("menuitem", { name: /Payments/ }).click();
  await expect(groups).toHaveText(["Platform", "Payments"]);
  await page.getByRole("button", { name: "Move Payments up" }).press("ArrowUp");
  await expect(groups).toHaveText(["Payments", "Platform"]);
  await expect(page.getByRole("button", { name: "Move Payments up" })).toBeFocused();
  await page.getByRole("button", { name: "Remove Payments" }).click();
  await expect(groups).toHaveText(["Platform"]);
  await expect(banner()).toContainText("Draft with 5 changes");
});

test("an edit made against an older draft is refused and shows the newer one", async ({ browser }) => {
  await page.goto("/policy");
  const other = await (
    await browser.newContext({ baseURL: instance.url, storageState: await page.context().storageState() })
  ).newPage();
  await other.goto("/policy");
  await other.getByRole("switch", { name: "Auto mode for everyone else" }).click();
  await expect(other.getByRole("region", { name: "Draft" })).toContainText("Draft with 6 changes");
  await page.getByRole("switch", { name: "Auto mode for Platform" }).click();
  await expect(page.getByText("The draft has changed since you loaded it.")).toBeVisible();
  await expect(page.getByRole("switch", { name: "Auto mode for everyone else" })).toBeChecked();
  await expect(page.getByRole("switch", { name: "Auto mode for Platform" })).toBeChecked();

  const dialog = await preparePublication(page, "Too early");
  await other.getByRole("switch", { name: "Auto mode for everyone else" }).click();
  await expect(other.getByRole("region", { name: "Draft" })).toContainText("Draft with 5 changes");
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(problemOn(page)).toContainText("The draft has changed since you loaded it.");
  await other.context().close();
});

test("publishing asks for a reason, makes revision 1 and leaves nothing to publish", async () => {
  const dialog = await preparePublication(page, "Roll out to Platform");
  await dialog.getByLabel("Reason").fill("");
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(problemOn(page)).toContainText("Say why");
  await dialog.getByLabel("Reason").fill("Pilot agreed with security");
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Revision 1: Roll out to Platform");
  await expect(page.getByRole("main")).toContainText("Pilot agreed with security");
  await expect(page.getByText(/Turns auto mode on for group Platform/)).toBeVisible();
  await expect(banner()).toBeHidden();

  await page.goto("/policy/publish");
  await expect(page.getByText("Nothing to publish")).toBeVisible();
  await page.goto("/revisions/2");
  await expect(page.getByRole("heading", { name: "Not found" })).toBeVisible();
});

for (const { kind, one, typed, normal, slot } of [
  {
    kind: "registry",
    one: "package registry",
    typed: "Packages.corp.example.com/npm",
    normal: "https://packages.corp.example.com/npm/",
    slot: "Internal package registry",
  },
  { kind: "service", one: "service", typed: "mcp__jira", normal: "mcp:jira", slot: "Key internal services" },
])
  test(`a ${one} is saved in its normal form, and the document names it in its slot`, async () => {
    await page.goto(`/policy/trust?kind=${kind}`);
    await page.getByRole("button", { name: `Add ${one}` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(`Trusted ${one}`).fill("http://packages.corp.example.com/");
    await expect(problemOn(page)).toContainText("https address");
    await dialog.getByLabel(`Trusted ${one}`).fill(typed);
    await expect(dialog.getByText(`Will be saved as ${normal}`)).toBeVisible();
    await dialog.getByLabel("Reason").fill("Ours");
    await dialog.getByRole("button", { name: "Add to draft" }).click();
    await expect(row(normal)).toContainText("Ours");
    await page.goto("/policy/preview");
    await expect(page.getByRole("region", { name: "Managed settings document" })).toContainText(
      `**${slot}**: ${normal}`,
    );
  });

const classifier = () => page.getByRole("form", { name: "Classifier" });
const unsaved = () => classifier().getByText("Not saved yet.");

test("the classifier's tab says whether Claude can be asked, and names each field that cannot be as typed", async () => {
  await page.goto("/policy/classifier");
  await expect(page.getByText("This installation has no key for Claude")).toBeVisible();
  await page.getByRole("radio", { name: "Where the embedded classifier is undecided" }).press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Always" })).toBeChecked();
  await page.getByLabel("Model", { exact: true }).fill("two words");
  await page.getByLabel("Time limit (ms)").fill("100");
  await page.getByLabel("Output").fill("15");
  await expect(unsaved()).toBeVisible();
  await page.getByRole("button", { name: "Save to draft" }).click();
  await expect(page.getByLabel("Model", { exact: true })).toBeFocused();
  await expect(classifier()).toContainText("A model id, such as claude-sonnet-5");
  await expect(classifier()).toContainText("A whole number from 500 to 9,000");
  await expect(classifier().getByText("An amount in USD")).toHaveCount(3);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(unsaved()).toBeHidden();
  await expect(classifier()).not.toContainText("A whole number");
  await expect(page.getByRole("radio", { name: "Where the embedded classifier is undecided" })).toBeChecked();
});

test("the classifier's settings are saved to the draft, told in words before they are published, and undone", async () => {
  await page.getByRole("radio", { name: "Always" }).check();
  await page.getByLabel("Model", { exact: true }).fill("claude-sonnet-4-6");
  await page.getByRole("combobox", { name: "Address" }).click();
  await page.getByRole("option", { name: "https://llm.corp.example.com/v2" }).click();
  await page.getByLabel("Spend a day (USD)").fill("20");
  await page.getByRole("button", { name: "Save to draft" }).press("Enter");
  await expect(classifier()).toContainText("Without prices the spend of a day is not known");
  await expect(unsaved()).toBeHidden();
  await expect(banner()).toContainText("Draft with 6 changes");

  await tab("Publish").click();
  const changes = page.getByRole("region", { name: "Classifier" });
  await expect(changes).toContainText("Claude is asked about every tier 3 action that no hard rule stopped.");
  await expect(changes).toContainText("Asks claude-sonnet-4-6 in place of claude-sonnet-5.");
  await expect(page.getByText("This cannot be published yet")).toBeVisible();
  await page.getByRole("tab", { name: "As JSON, the policy" }).click();
  await expect(page.getByRole("region", { name: "Difference of the policy" })).toContainText('"when": "always"');

  await tab("Classifier").click();
  await page.getByLabel("Retries").fill("3");
  await page.getByRole("button", { name: "Save to draft" }).click();
  await expect(banner()).toContainText("Draft with 7 changes");
  await undo();
  await expect(page.getByLabel("Retries")).toHaveValue("1");
  await expect(banner()).toContainText("Draft with 6 changes");
});

test("who may only read the policy sees the classifier's settings and can change none", async ({ browser }) => {
  const invitation = { name: "Sam Security", email: "sam@example.com", role: "security" };
  const { inviteUrl } = await (await callApi(page, instance, "POST", "/members", invitation)).json();
  const reader = await newPage(browser, instance);
  await join(reader, inviteUrl);
  await reader.goto("/policy/classifier");
  await expect(reader.getByText("Your role may read the policy.")).toBeVisible();
  await expect(reader.getByRole("radio", { name: "Always" })).toBeChecked();
  await expect(reader.getByRole("radio", { name: "Never" })).toBeDisabled();
  await expect(reader.getByLabel("Model", { exact: true })).toBeDisabled();
  await expect(reader.getByRole("combobox", { name: "Address" })).toBeDisabled();
  await expect(reader.getByRole("button", { name: "Save to draft" })).toHaveCount(0);
  await reader.context().close();
});

test("the pages fit a narrow screen, and axe finds nothing serious on them in either theme", async ({ browser }) => {
  test.setTimeout(120_000);
  const storageState = await page.context().storageState();
  const paths = [
    "/policy",
    "/policy/trust",
    "/policy/trust?kind=service",
    "/policy/rules",
    "/policy/classifier",
    "/policy/preview",
    "/policy/publish",
    "/revisions",
    "/revisions/1",
  ];
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 390],
  ] as const) {
    const viewport = { width, height: 844 };
    const context = await browser.newContext({ baseURL: instance.url, storageState, colorScheme, viewport });
    const visitor = await context.newPage();
    for (const path of paths) {
      await visitor.goto(path);
      await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
      const overflow = await visitor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${path} at ${width} px`).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page: visitor }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(
        serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]),
        path,
      ).toEqual([]);
    }
    await context.close();
  }
});
