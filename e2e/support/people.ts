import { type APIResponse, type Browser, expect, type Page } from "@playwright/test";
import type { Instance } from "./instance";

export const PASSWORD = "a long enough passphrase";
export const OWNER = { organization: "Example Inc", name: "Olivia Owner", email: "olivia@example.com" };

export const newPage = async (browser: Browser, instance: Instance): Promise<Page> =>
  (await browser.newContext({ baseURL: instance.url })).newPage();

/** Opens the set-up link and creates the organization; ends on Overview, signed in as its owner. */
export async function setUpOrganization(page: Page, instance: Instance): Promise<void> {
  await page.goto(instance.setupLink ?? "/setup");
  await page.getByLabel("Organization").fill(OWNER.organization);
  await page.getByLabel("Your name").fill(OWNER.name);
  await page.getByLabel("Your e-mail").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Accepts an invitation in a page that nobody is signed in to. */
export async function join(page: Page, inviteUrl: string): Promise<void> {
  await page.goto(inviteUrl);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL((url) => url.pathname !== "/invite");
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
}

/** Calls the console's API as the person who is signed in to the page, from its own origin. */
export const callApi = (
  page: Page,
  instance: Instance,
  method: string,
  path: string,
  data?: unknown,
): Promise<APIResponse> =>
  page.request.fetch(`${instance.url}/api/v1${path}`, { method, data, headers: { origin: instance.url } });

/** The same, for what must succeed: the answer's body. */
export async function callApiOk<T>(page: Page, instance: Instance, method: string, path: string, data?: unknown) {
  const response = await callApi(page, instance, method, path, data);
  expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
  return (await response.json()) as T;
}

/** What the page says went wrong. Next keeps an empty alert of its own on every page. */
export const problemOn = (page: Page) => page.getByRole("alert").filter({ hasText: /\S/ });
