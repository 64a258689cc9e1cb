import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newId } from "@/lib/db/id";
import { createTestPlane, ROLLED_OUT } from "./testing-plane";

const t = await createTestPlane();
beforeAll(() => t.publish(ROLLED_OUT));
afterAll(() => t.close());

const ask = (app: ReturnType<typeof t.planeOn>, token: string) => {
  const payload = {
    developer: t.memberFor("developer").email,
    session_id: newId(),
    tool: "Bash",
    input: { command: "ls" },
    context: { cwd: "/home/dev/app" },
  };
  const headers = { authorization: `Bearer ${token}` };
  return app.inject({ method: "POST", url: "/api/v1/decisions", headers, payload });
};
const newest = () => t.db.apiToken.findFirstOrThrow({ orderBy: { id: "desc" } });

test("when a token was last used is noted at most once a minute, by however many processes, and before the end", async () => {
  const token = await t.apiToken(["decision:create"]);
  expect((await newest()).lastUsedAt).toBeNull();
  const [one, other] = [t.planeOn(t.url), t.planeOn(t.url)];
  const before = Date.now();
  for (const app of [one, one, other]) expect((await ask(app, token)).statusCode).toBe(200);
  await one.close();
  const { lastUsedAt } = await newest();
  expect(lastUsedAt?.getTime()).toBeGreaterThanOrEqual(before);
  await other.close();
  expect((await newest()).lastUsedAt).toEqual(lastUsedAt);

  const later = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 61_000);
  const third = t.planeOn(t.url);
  await ask(third, token);
  await third.close();
  later.mockRestore();
  expect((await newest()).lastUsedAt?.getTime()).toBeGreaterThanOrEqual(before + 60_000);
});

test("a token that lacks the scope was used, too; one that was revoked was not", async () => {
  const reader = await t.apiToken(["audit:read"]);
  const app = t.planeOn(t.url);
  expect((await ask(app, reader)).statusCode).toBe(403);
  const { id } = await newest();
  const revoked = await t.apiToken(["decision:create"]);
  await t.db.apiToken.update({ where: { id: (await newest()).id }, data: { revokedAt: new Date() } });
  await t.bump(t.organization.id, "accessSerial");
  expect((await ask(app, revoked)).statusCode).toBe(401);
  await app.close();
  expect((await t.db.apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt).not.toBeNull();
  expect((await newest()).lastUsedAt).toBeNull();
});
