import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type Instance, startInstance } from "./support/instance";
import { callApi, join, newPage, OWNER, PASSWORD, problemOn, setUpOrganization, signIn } from "./support/people";

test.describe.configure({ mode: "serial" });

let instance: Instance;
let owner: Page;
test.beforeAll(async ({ browser }) => {
  instance = await startInstance();
  owner = await newPage(browser, instance);
});
test.afterAll(() => instance.stop());

/** Invites someone as the owner does and returns the link. */
async function invite(name: string, email: string, role: string): Promise<string> {
  await owner.goto("/people");
  await owner.getByRole("button", { name: "Invite" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("combobox", { name: "Role" }).click();
  await owner.getByRole("option", { name: role }).click();
  await dialog.getByRole("button", { name: "Make invitation" }).click();
  const link = await dialog.getByRole("region", { name: "invitation link" }).textContent();
  await dialog.getByRole("button", { name: "Done" }).click();
  return link ?? "";
}

test("before set-up there is nothing to sign in to", async ({ browser }) => {
  const page = await newPage(browser, instance);
  await page.goto("/audit");
  await expect(page.getByRole("heading", { name: "Not set up yet" })).toBeVisible();
  await page.goto("/setup?token=guessed");
  await expect(page.getByRole("heading", { name: "This set-up link does not work" })).toBeVisible();
});

test("the set-up link leads to a working console, once", async ({ browser }) => {
  await setUpOrganization(owner, instance);
  await owner.getByRole("link", { name: "People" }).first().click();
  await expect(owner.getByRole("cell", { name: OWNER.email })).toBeVisible();

  const stranger = await newPage(browser, instance);
  await stranger.goto(instance.setupLink ?? "");
  await expect(stranger.getByRole("heading", { name: "Gatehouse is set up already" })).toBeVisible();
  const token = new URL(instance.setupLink ?? "").searchParams.get("token");
  const again = await callApi(stranger, instance, "POST", "/setup", {
    token,
    organizationName: "Taken over",
    name: "Mallory",
    email: "mallory@example.com",
    password: PASSWORD,
  });
  expect(again.status()).toBe(410);
});

test("the session cookie cannot be read by scripts and goes to no other site", async () => {
  const cookies = await owner.context().cookies();
  expect(cookies.find(({ name }) => name === "gatehouse.session")).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  expect((await owner.request.get(`${instance.url}/api/auth/session`)).status()).toBe(404);
});

test("a stranger signs in and lands where they wanted to go", async ({ browser }) => {
  const page = await newPage(browser, instance);
  await page.goto("/people?status=active");
  await expect(page).toHaveURL(/\/signin\?next=/);
  await signIn(page, OWNER.email.toUpperCase());
  await expect(page).toHaveURL(`${instance.url}/people?status=active`);
});

test("a wrong password and an unknown person are told the same", async ({ browser }) => {
  const page = await newPage(browser, instance);
  await page.goto("/signin");
  for (const email of [OWNER.email, "nobody@example.com"]) {
    await signIn(page, email, "not the password");
    await expect(problemOn(page)).toContainText("E-mail or password is not right.");
    await page.reload();
  }
});

test("a link to another site is not followed after signing in", async ({ browser }) => {
  const page = await newPage(browser, instance);
  await page.goto("/signin?next=https://evil.example/");
  await signIn(page, OWNER.email);
  await expect(page).toHaveURL(`${instance.url}/`);
});

test("attempts are limited, and the person is told when to try again", async ({ browser }) => {
  const page = await newPage(browser, instance);
  await page.goto("/signin");
  for (let attempt = 0; attempt < 11; attempt++) {
    await signIn(page, "guessed@example.com", `guess ${attempt}`);
    await expect(page.getByRole("button", { name: "Sign in" })).not.toHaveAttribute("aria-busy", "true");
  }
  await expect(problemOn(page)).toContainText(/Too many attempts. Try again in \d+ minutes./);
});

test("an invited developer joins by a link that works once, and may not do what admins may", async ({ browser }) => {
  const link = await invite("Dana Developer", "dana@example.com", "Developer");
  const developer = await newPage(browser, instance);
  await join(developer, link);

  await developer.goto("/policy");
  await expect(developer.getByRole("heading", { name: "Not for your role" })).toBeVisible();
  for (const [method, path] of [
    ["GET", "/members"],
    ["GET", "/draft"],
    ["GET", "/audit"],
    ["GET", "/api-tokens"],
    ["POST", "/groups"],
  ] as const) {
    const answer = await callApi(developer, instance, method, path, method === "POST" ? { name: "mine" } : undefined);
    expect([path, answer.status()]).toEqual([path, 403]);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
  }

  const late = await newPage(browser, instance);
  await late.goto(link);
  await expect(late.getByRole("heading", { name: "This invitation does not work" })).toBeVisible();
});

test("a disabled member is signed out at once, and can be enabled again", async ({ browser }) => {
  const link = await invite("Sam Security", "sam@example.com", "Security");
  const sam = await newPage(browser, instance);
  await join(sam, link);
  await sam.goto("/people");
  await expect(sam.getByRole("heading", { name: "People" })).toBeVisible();

  await owner.goto("/people");
  await owner.getByRole("button", { name: "Disable Sam Security" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(owner.getByRole("button", { name: "Enable Sam Security" })).toBeVisible();
  await sam.reload();
  await expect(sam).toHaveURL(/\/signin/);
  await signIn(sam, "sam@example.com");
  await expect(problemOn(sam)).toContainText("E-mail or password is not right.");

  await owner.getByRole("button", { name: "Enable Sam Security" }).click();
  await expect(owner.getByRole("button", { name: "Disable Sam Security" })).toBeVisible();
  await signIn(sam, "sam@example.com");
  await expect(sam).toHaveURL(/\/people/);
});

test("whoever made API tokens is disabled together with them, which the dialog says", async ({ browser, request }) => {
  const link = await invite("Ada Admin", "ada@example.com", "Admin");
  const ada = await newPage(browser, instance);
  await join(ada, link);
  const made = await callApi(ada, instance, "POST", "/api-tokens", { name: "Nightly", scopes: ["member:read"] });
  const { secret } = (await made.json()) as { secret: string };
  const useToken = () =>
    request.get(`${instance.url}/api/v1/members`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await useToken()).status()).toBe(200);
  const endless = { name: "Endless", scopes: ["member:read"], expiresInDays: null };
  expect((await callApi(ada, instance, "POST", "/api-tokens", endless)).status()).toBe(403);

  await owner.goto("/people");
  await owner.getByRole("button", { name: "Disable Ada Admin" }).click();
  const dialog = owner.getByRole("alertdialog");
  await expect(dialog).toContainText("They made 1 API token that still works");
  await expect(dialog).toContainText("Nightly");
  await expect(dialog.getByRole("checkbox", { name: "Revoke it too" })).toBeChecked();
  await dialog.getByRole("button", { name: "Disable" }).click();
  await expect(owner.getByRole("button", { name: "Enable Ada Admin" })).toBeVisible();
  expect((await useToken()).status()).toBe(401);
});

test("a forgotten password is reset by a link that works once and signs out every browser", async ({ browser }) => {
  const [before, after] = [await newPage(browser, instance), await newPage(browser, instance)];
  await join(before, await invite("Fay Forgetful", "fay@example.com", "Developer"));
  await owner.goto("/people?q=fay");
  await owner.getByRole("button", { name: "Reset password of Fay Forgetful" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make reset link" }).click();
  const link = (await dialog.getByRole("region", { name: "reset link" }).textContent()) ?? "";
  await dialog.getByRole("button", { name: "Done" }).click();

  await after.goto(link);
  await after.getByRole("textbox", { name: "New password" }).fill("a newly chosen passphrase");
  await after.getByRole("button", { name: "Set password" }).click();
  await after.waitForURL((url) => url.pathname !== "/reset");
  await after.goto("/account");
  await expect(after.getByRole("heading", { name: "Your account" })).toBeVisible();
  await before.goto("/account");
  await expect(before).toHaveURL(/\/signin/);
  await signIn(before, "fay@example.com");
  await expect(problemOn(before)).toContainText("E-mail or password is not right.");
  await before.goto(link);
  await expect(before.getByRole("heading", { name: "This reset link does not work" })).toBeVisible();
});

test("a member changes their password: this browser stays signed in, others do not", async ({ browser }) => {
  const [here, there] = [await newPage(browser, instance), await newPage(browser, instance)];
  await join(here, await invite("Cleo Changer", "cleo@example.com", "Developer"));
  await there.goto("/signin?next=/account");
  await signIn(there, "cleo@example.com");
  await expect(there).toHaveURL(/\/account/);

  await here.getByRole("button", { name: "Account of Cleo Changer" }).first().click();
  await here.getByRole("menuitem", { name: "Change password" }).click();
  await here.getByRole("textbox", { name: "New password" }).fill("a newly chosen passphrase");
  await here.getByLabel("Current password").fill("not the password");
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByText("This is not your password")).toBeVisible();
  await here.getByLabel("Current password").fill(PASSWORD);
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByText("Your password is changed.")).toBeVisible();
  await here.reload();
  await expect(here.getByRole("heading", { name: "Your account" })).toBeVisible();
  await there.reload();
  await expect(there).toHaveURL(/\/signin/);
});

test("strangers who try a person's e-mail do not keep out the browser that the person uses", async ({ browser }) => {
  const [known, stranger] = [await newPage(browser, instance), await newPage(browser, instance)];
  await join(known, await invite("Kim Known", "kim@example.com", "Developer"));
  expect((await known.context().cookies()).find(({ name }) => name === "gatehouse.device")).toMatchObject({
    httpOnly: true,
    sameSite: "Lax",
  });
  await stranger.goto("/signin");
  for (let attempt = 0; attempt < 11; attempt++) {
    await signIn(stranger, "kim@example.com", `guess ${attempt}`);
    await expect(stranger.getByRole("button", { name: "Sign in" })).not.toHaveAttribute("aria-busy", "true");
  }
  await expect(problemOn(stranger)).toContainText("Too many attempts.");
  await known.context().clearCookies({ name: "gatehouse.session" });
  await known.goto("/signin?next=/account");
  await signIn(known, "kim@example.com");
  await expect(known.getByRole("heading", { name: "Your account" })).toBeVisible();
});

test("on a narrow screen the filters of People stand below the search, and can be read", async () => {
  await owner.setViewportSize({ width: 390, height: 800 });
  await owner.goto("/people");
  const search = await owner.getByRole("searchbox", { name: "Search by name or e-mail" }).boundingBox();
  for (const name of ["Role", "Status", "Group"]) {
    const filter = owner.getByRole("combobox", { name, exact: true });
    expect((await filter.boundingBox())?.y).toBeGreaterThan((search?.y ?? 0) + (search?.height ?? 0));
    const label = filter.locator("span").first();
    await expect(label).toHaveText(`Any ${name.toLowerCase()}`);
    const isCut = await label.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    expect([name, isCut]).toEqual([name, false]);
  }
  await owner.setViewportSize({ width: 1280, height: 800 });
});

test("groups are made, filled and deleted", async () => {
  await owner.goto("/people?tab=groups");
  await owner.getByRole("button", { name: "New group" }).click();
  await owner.getByRole("dialog").getByLabel("Name").fill("platform");
  await owner.getByRole("dialog").getByRole("button", { name: "Make group" }).click();
  await owner.getByRole("button", { name: "Edit members of platform" }).click();
  await owner.getByRole("checkbox", { name: /Dana Developer/ }).click();
  await owner.getByRole("button", { name: "Save 1 member" }).click();
  await expect(owner.getByRole("link", { name: "Members of platform" })).toHaveText("1");
  await owner.getByRole("button", { name: "Delete platform" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(owner.getByText("No groups yet")).toBeVisible();
});

test("an API token is shown once, works within its scopes, and stops when revoked", async ({ request }) => {
  await owner.goto("/settings");
  await owner.getByRole("button", { name: "New token" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByLabel("Name").fill("CI");
  await dialog.getByRole("checkbox", { name: /Read members/ }).click();
  await dialog.getByRole("button", { name: "Make token" }).click();
  const secret = await dialog.getByRole("region", { name: "API token" }).textContent();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(owner.getByText(secret ?? "")).toBeHidden();

  const headers = { authorization: `Bearer ${secret}` };
  expect((await request.get(`${instance.url}/api/v1/members`, { headers })).status()).toBe(200);
  expect((await request.get(`${instance.url}/api/v1/audit`, { headers })).status()).toBe(403);
  await owner.getByRole("button", { name: "Revoke CI" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  // On narrow screens it stands below the name.
  const state = owner.getByRole("row", { name: /^CI gh_/ }).getByText("Revoked", { exact: true });
  await expect(state.filter({ visible: true })).toHaveCount(1);
  expect((await request.get(`${instance.url}/api/v1/members`, { headers })).status()).toBe(401);
});

test("a form of another site changes nothing", async () => {
  const answer = await owner.request.post(`${instance.url}/api/v1/groups`, {
    data: { name: "forged" },
    headers: { origin: "https://evil.example" },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ code: "cross_origin" });
});

test("a device code that is none, unknown or forged confirms nothing", async () => {
  await owner.goto("/device?user_code=BCDF-GHJK");
  await expect(owner.getByText("This code was not found.")).toBeVisible();
  await expect(owner.getByRole("button", { name: "Approve" })).toBeHidden();
  await owner.goto("/device?user_code=hello");
  await expect(owner.getByText("That is not a sign-in code.")).toBeVisible();
});

test("a device is confirmed by a press of the button and by nothing less", async ({ request }) => {
  const started = await request.post(`${instance.url}/oauth/device_authorization`, {
    form: { surface: "claude_code" },
    headers: { "user-agent": "claude-code/2.1.329" },
  });
  const { device_code, verification_uri_complete, user_code } = (await started.json()) as Record<string, string>;
  const poll = () =>
    request.post(`${instance.url}/oauth/token`, {
      form: { grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code: device_code ?? "" },
    });

  await owner.goto(verification_uri_complete ?? "");
  await expect(owner.getByText("claude-code/2.1.329")).toBeVisible();
  await expect(owner.getByText(user_code ?? "", { exact: true })).toBeVisible();
  expect(await (await poll()).json()).toMatchObject({ error: "authorization_pending" });
  await owner.getByRole("button", { name: "Approve" }).click();
  await expect(owner.getByText("You can return to your terminal")).toBeVisible();
  await owner.reload();
  await expect(owner.getByText("This code was already answered.")).toBeVisible();
});

test("signing out ends the session in this browser", async ({ browser }) => {
  const page = await newPage(browser, instance);
  await page.goto("/signin");
  await signIn(page, OWNER.email);
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  // The button is there before the page listens to it.
  await expect(async () => {
    await page
      .getByRole("button", { name: `Account of ${OWNER.name}` })
      .first()
      .click();
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/signin/);
  await page.goto("/people");
  await expect(page).toHaveURL(/\/signin\?next=%2Fpeople/);
});

test("axe finds nothing serious, light or dark, wide or narrow", async ({ browser }) => {
  const stranger = await newPage(browser, instance);
  const visits = [
    ...["/signin", "/invite?token=dead", "/reset?token=dead", "/setup?token=dead"].map((path) => ({
      page: stranger,
      path,
    })),
    ...["/device", "/people", "/people?tab=groups", "/settings", "/account"].map((path) => ({ page: owner, path })),
  ];
  for (const { page, path } of visits)
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: colorScheme === "light" ? 1280 : 390, height: 800 });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => [path, colorScheme, id, nodes.map(({ html }) => html)])).toEqual([]);
    }
});
