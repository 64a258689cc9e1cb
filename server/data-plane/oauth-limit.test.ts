import { afterAll, expect, test } from "vitest";
import { createLosableDatabase, startTestDataPlane } from "./testing";

const t = await createLosableDatabase();
const plane = await startTestDataPlane(t, { TRUST_PROXY: true });
afterAll(async () => {
  await plane.close();
  await t.close();
});

test("one address has its limit at token and revocation, other addresses theirs, without a query", async () => {
  await t.loseServer();
  const ask = (url: string, ip: string) =>
    plane.app.inject({
      method: "POST",
      url,
      headers: { "x-forwarded-for": ip, "content-type": "application/x-www-form-urlencoded" },
      payload: "a=b",
    });
  const many = Array.from({ length: 3_000 }, (_, i) => ask(i % 2 ? "/oauth/token" : "/oauth/revoke", "203.0.113.9"));
  expect(new Set((await Promise.all(many)).map(({ statusCode }) => statusCode))).toEqual(new Set([400]));
  for (const url of ["/oauth/token", "/oauth/revoke"]) {
    const refused = await ask(url, "203.0.113.9");
    expect([refused.statusCode, refused.json()]).toMatchObject([429, { error: "temporarily_unavailable" }]);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThanOrEqual(1);
    expect(Number(refused.headers["retry-after"])).toBeLessThanOrEqual(10);
    expect((await ask(url, "203.0.113.10")).statusCode).toBe(400);
  }
});
