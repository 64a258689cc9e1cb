import { afterAll, expect, test } from "vitest";
import { createTestDatabase } from "@/lib/db/testing";
import { startTestDataPlane } from "./testing";
import { startTestUpstream } from "./testing-upstream";

const t = await createTestDatabase();
const console = await startTestUpstream();
const CONSOLE_PORT = Number(new URL(console.url).port);
const plane = await startTestDataPlane(t, { CONSOLE_PORT });
afterAll(async () => {
  await plane.close();
  await console.close();
  await t.close();
});

test("pages, their API and their cookies go through unchanged, also several cookies at once", async () => {
  console.answerWith((_request, response) =>
    response.writeHead(307, { location: "/signin?next=%2F", "set-cookie": ["a=1", "b=2"] }).end(),
  );
  const response = await fetch(`${plane.url}/audit?verdict=block&q=a%20b`, {
    redirect: "manual",
    headers: { cookie: "session=1" },
  });
  expect(console.seen.at(-1)).toMatchObject({ url: "/audit?verdict=block&q=a%20b", headers: { cookie: "session=1" } });
  expect([response.status, response.headers.get("location")]).toEqual([307, "/signin?next=%2F"]);
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  const long = `/_next/${"x".repeat(600)}`;
  await fetch(plane.url + long, { redirect: "manual" });
  expect(console.seen.at(-1)?.url).toBe(long);
});

test("the console learns address, host and scheme from us, not from what the client claims", async () => {
  console.answerWith((_request, response) => response.end());
  const response = await fetch(`${plane.url}/api/v1/draft`, {
    method: "PATCH",
    body: '{"a" :1}',
    headers: {
      "content-type": "application/json",
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-host": "evil.test",
      "x-forwarded-proto": "https",
      "x-middleware-subrequest": "middleware",
      "x-request-id": "chosen-by-client",
    },
  });
  expect(response.status).toBe(200);
  const seen = console.seen.at(-1);
  expect(seen?.body.toString()).toBe('{"a" :1}');
  const host = new URL(plane.url).host;
  expect(seen?.headers).toMatchObject({
    host,
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": host,
    "x-forwarded-proto": "http",
  });
  expect(seen?.headers).not.toHaveProperty("x-middleware-subrequest");
  expect(seen?.headers["x-request-id"]).not.toBe("chosen-by-client");
});

test("behind a proxy of one's own the peer is believed, and only the part that the peer wrote", async () => {
  const behind = await startTestDataPlane(t, { CONSOLE_PORT, TRUST_PROXY: true });
  console.answerWith((_request, response) => response.end());
  await fetch(`${behind.url}/`, {
    headers: { "x-forwarded-for": "198.51.100.66, 203.0.113.9", "x-forwarded-proto": "https" },
  });
  expect(console.seen.at(-1)?.headers).toMatchObject({
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-proto": "https",
  });
  await behind.close();
});

test("while the console is away people see a page, programs a problem, and clients are served all the same", async () => {
  const alone = await startTestDataPlane(t, { CONSOLE_PORT: 1 });
  const page = await fetch(`${alone.url}/audit`, { headers: { accept: "text/html" } });
  expect([page.status, page.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await page.text()).toContain("restarting");
  const problem = await fetch(`${alone.url}/api/v1/audit`, {
    method: "POST",
    body: "{}",
    headers: { accept: "application/json" },
  });
  expect([problem.status, problem.headers.get("content-type")]).toEqual([503, expect.stringContaining("problem+json")]);
  expect(await problem.json()).toMatchObject({ code: "console_restarting" });
  expect((await fetch(`${alone.url}/readyz`)).status).toBe(200);
  await alone.close();
});
