import { expect, type Page, test } from "@playwright/test";
import { freeLoopbackPort } from "@/server/supervisor/ports";
import { type Instance, startInstance } from "./support/instance";
import { type OidcServer, type Person, startOidcServer } from "./support/oidc-server";
import { callApi, newPage, OWNER, problemOn, setUpOrganization } from "./support/people";

test.describe.configure({ mode: "serial" });

let oidc: OidcServer;
let instance: Instance;
let owner: Page;
const people = new Map<string, Person>();
const add = (person: Person) => people.set(person.sub, person);

test.beforeAll(async ({ browser }) => {
  // The provider must know the address before Gatehouse starts.
  const port = await freeLoopbackPort();
  oidc = await startOidcServer(people, [`http://127.0.0.1:${port}/api/auth/callback/oidc`]);
  instance = await startInstance({
    env: {
      PORT: String(port),
      OIDC_ISSUER: oidc.issuer,
      OIDC_CLIENT_ID: oidc.clientId,
      OIDC_CLIENT_SECRET: oidc.clientSecret,
      OIDC_NAME: "Example ID",
      OIDC_SCOPE: "openid email profile groups",
    },
  });
  owner = await newPage(browser, instance);
  await setUpOrganization(owner, instance);
});
test.afterAll(async () => {
  await instance?.stop();
  await oidc?.stop();
});

/** Signs in at the provider's own pages, as `sub`. */
async function signInAs(page: Page, sub: string): Promise<void> {
  await page.goto("/signin?next=/device");
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
  await page.locator("input[name=login]").fill(sub);
  await page.locator("input[name=password]").fill("believed");
  await page.locator("button[type=submit]").click();
  await page.locator("button[type=submit]").click();
}

type Row = {
  email: string;
  role: string;
  status: string;
  singleSignOn: boolean;
  groups: { name: string; source: string }[];
};
async function memberNamed(search: string): Promise<Row | undefined> {
  const answer = await callApi(owner, instance, "GET", `/members?search=${encodeURIComponent(search)}`);
  return ((await answer.json()) as { items: Row[] }).items[0];
}

test("a first sign-in makes a developer in the groups of the claim", async ({ browser }) => {
  add({
    sub: "dana",
    email: "Dana@example.com",
    email_verified: true,
    name: "Dana Developer",
    groups: ["platform", "payments"],
  });
  const page = await newPage(browser, instance);
  await signInAs(page, "dana");
  await expect(page).toHaveURL(`${instance.url}/device`);
  await expect(page.getByText("You are signed in as dana@example.com.")).toBeVisible();
  expect(await memberNamed("dana@")).toMatchObject({
    role: "developer",
    status: "active",
    singleSignOn: true,
    groups: [
      { name: "payments", source: "idp" },
      { name: "platform", source: "idp" },
    ],
  });

  await page.goto("/account");
  await expect(page.getByText("You sign in by single sign-on and have no password here.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Change password" })).toBeHidden();
  await owner.goto("/people?q=dana@");
  await expect(owner.getByRole("button", { name: "Disable Dana Developer" })).toBeVisible();
  await expect(owner.getByRole("button", { name: "Reset password of Dana Developer" })).toBeHidden();
});

test("groups follow the provider at the next sign-in", async ({ browser }) => {
  add({
    sub: "dana",
    email: "dana@example.com",
    email_verified: true,
    name: "Dana Developer",
    groups: ["platform", "security"],
  });
  const page = await newPage(browser, instance);
  await signInAs(page, "dana");
  await expect(page).toHaveURL(`${instance.url}/device`);
  expect((await memberNamed("dana@"))?.groups.map(({ name }) => name)).toEqual(["platform", "security"]);
  await owner.goto("/people?tab=groups");
  await expect(owner.getByRole("row", { name: /platform/ })).toContainText("Identity provider");
  await expect(owner.getByRole("button", { name: "Rename platform" })).toBeHidden();
});

test("an e-mail that the provider does not confirm takes nobody's account over", async ({ browser }) => {
  add({ sub: "mallory", email: OWNER.email, email_verified: false, name: "Mallory", groups: [] });
  const page = await newPage(browser, instance);
  await signInAs(page, "mallory");
  await expect(page).toHaveURL(/\/signin\?error=/);
  await expect(problemOn(page)).toContainText("does not confirm your e-mail");
  expect(await memberNamed(OWNER.email)).toMatchObject({ singleSignOn: false, role: "owner" });
});

test("an e-mail that it confirms links the member who is there", async ({ browser }) => {
  add({ sub: "olivia", email: OWNER.email, email_verified: true, name: "Olivia", groups: [] });
  const page = await newPage(browser, instance);
  await signInAs(page, "olivia");
  await expect(page).toHaveURL(`${instance.url}/device`);
  expect(await memberNamed(OWNER.email)).toMatchObject({ singleSignOn: true, role: "owner" });
});

test("a disabled member is not let in by the provider either", async ({ browser }) => {
  await owner.goto("/people");
  await owner.getByRole("button", { name: "Disable Dana Developer" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  const page = await newPage(browser, instance);
  await signInAs(page, "dana");
  await expect(problemOn(page)).toContainText("Your account is disabled.");
});

test("an answer that this browser did not ask for is refused", async ({ browser }) => {
  const page = await newPage(browser, instance);
  await page.goto("/api/auth/callback/oidc?code=stolen&state=forged");
  await expect(page).toHaveURL(/\/signin\?.*error=/);
  await expect(problemOn(page)).toBeVisible();
  expect((await page.context().cookies()).some(({ name }) => name === "gatehouse.session")).toBe(false);
});
