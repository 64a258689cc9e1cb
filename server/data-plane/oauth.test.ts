import { afterAll, expect, test } from "vitest";
import { createTestDatabase, createTestOrganization } from "@/lib/db/testing";
import { createLosableDatabase, startTestDataPlane } from "./testing";

const t = await createTestDatabase();
const plane = await startTestDataPlane(t);
afterAll(async () => {
  await plane.close();
  await t.close();
});

const DEVICE_CODE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
type Body = Record<string, string>;
const post = async (path: string, form: Body | string, type = "application/x-www-form-urlencoded") => {
  const body = typeof form === "string" ? form : new URLSearchParams(form).toString();
  const response = await fetch(plane.url + path, { method: "POST", headers: { "content-type": type }, body });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : {}) as Body };
};

test("discovery names the endpoints under the public address", async () => {
  const response = await fetch(`${plane.url}/.well-known/oauth-authorization-server`);
  expect(await response.json()).toMatchObject({
    issuer: "https://gatehouse.test",
    device_authorization_endpoint: "https://gatehouse.test/oauth/device_authorization",
    token_endpoint: "https://gatehouse.test/oauth/token",
    revocation_endpoint: "https://gatehouse.test/oauth/revoke",
    grant_types_supported: [DEVICE_CODE_GRANT, "refresh_token"],
  });
});

test("a client signs in, refreshes and signs out, sending parameters that nobody knows", async () => {
  const { memberFor } = await createTestOrganization(t.db);
  const { body: device } = await post("/oauth/device_authorization", { surface: "claude_code", future: "yes" });
  const ask = { grant_type: DEVICE_CODE_GRANT, device_code: device.device_code ?? "", future: "yes" };
  expect(await post("/oauth/token", ask)).toMatchObject({ status: 400, body: { error: "authorization_pending" } });
  await t.db.deviceAuthorization.update({
    where: { userCode: (device.user_code ?? "").replace("-", "") },
    data: { status: "approved", memberId: memberFor("developer").id },
  });
  const { status, headers, body: tokens } = await post("/oauth/token", ask);
  expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await post("/oauth/token", ask)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  const refresh = { grant_type: "refresh_token", refresh_token: tokens.refresh_token ?? "" };
  const { body: refreshed } = await post("/oauth/token", refresh);
  expect(refreshed.token_type).toBe("Bearer");
  for (const token of [refreshed.access_token, refreshed.refresh_token])
    expect((await post("/oauth/revoke", { token: token ?? "", token_type_hint: "whatever" })).status).toBe(200);
  expect(
    await post("/oauth/token", { grant_type: "refresh_token", refresh_token: refreshed.refresh_token ?? "" }),
  ).toMatchObject({ status: 401, body: { error: "invalid_grant" } });
});

test.each([
  ["no body", "/oauth/token", "", 400, "invalid_request"],
  ["no grant type", "/oauth/token", "a=b", 400, "invalid_request"],
  ["another grant type", "/oauth/token", "grant_type=password", 400, "unsupported_grant_type"],
  ["no refresh token", "/oauth/token", "grant_type=refresh_token", 400, "invalid_request"],
  [
    "a parameter twice",
    "/oauth/token",
    "grant_type=refresh_token&refresh_token=a&refresh_token=b",
    400,
    "invalid_request",
  ],
  ["a guessed device code", "/oauth/token", `grant_type=${DEVICE_CODE_GRANT}&device_code=guess`, 400, "invalid_grant"],
  ["no token to revoke", "/oauth/revoke", "a=b", 400, "invalid_request"],
  ["a huge body", "/oauth/token", `a=${"x".repeat(20_000)}`, 413, "invalid_request"],
])("%s is a typed OAuth error", async (_name, path, form, status, error) => {
  const answer = await post(path, form);
  expect(answer).toMatchObject({ status, body: { error } });
  expect(answer.body.error_description).toBeTruthy();
});

test("a JSON body is 415, another method 405, both in the OAuth form", async () => {
  expect(await post("/oauth/token", '{"grant_type":"refresh_token"}', "application/json")).toMatchObject({
    status: 415,
    body: { error: "invalid_request" },
  });
  const response = await fetch(`${plane.url}/oauth/token`);
  expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
});

test("with the database away a sign-in is told to try again, never that its token is bad", async () => {
  const lonely = await createLosableDatabase();
  const other = await startTestDataPlane(lonely);
  await lonely.loseServer();
  try {
    for (const form of [`grant_type=${DEVICE_CODE_GRANT}&device_code=x`, "grant_type=refresh_token&refresh_token=x"]) {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const response = await fetch(`${other.url}/oauth/token`, { method: "POST", headers, body: form });
      expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
      expect(await response.json()).toMatchObject({ error: "temporarily_unavailable" });
    }
  } finally {
    await other.close();
    await lonely.close();
  }
});
