import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { createTestDatabase } from "@/lib/db/testing";
import { loadUserMessages, recordSessionEvents } from "./session-event";

const t = await createTestDatabase();
afterAll(() => t.close());

const speaker = { organizationId: randomUUID(), sessionId: randomUUID(), clientId: randomUUID() };
async function record(promptId: string, prompt: string, change: Partial<typeof speaker> = {}, event = "UserPromptSubmit") {
  const client = await t.pool.connect();
  const rest = { id: newId(), developerId: null, at: new Date().toISOString(), event, toolUseId: null };
  await recordSessionEvents(client, [{ ...speaker, ...change, ...rest, payload: { prompt_id: promptId, prompt } }]);
  client.release();
} // prettier-ignore

test("the user's words are those of this organization, session and client, oldest first", async () => {
  await record("a", "first");
  await record("b", "second");
  await record("b", "of another session", { sessionId: randomUUID() });
  await record("b", "of another client", { clientId: randomUUID() });
  await record("b", "of another organization", { organizationId: randomUUID() });
  await record("b", "no prompt", {}, "Notification");
  expect(await loadUserMessages(t.pool, { ...speaker, promptId: "b" })).toEqual(["first", "second"]);
});

test("a long session is read from its end, and no further than a bound", async () => {
  const sessionId = randomUUID();
  for (let n = 0; n < 210; n++) await record(`long-${n}`, `prompt ${n}`, { sessionId });
  const messages = await loadUserMessages(t.pool, { ...speaker, sessionId, promptId: "long-209" });
  expect([messages.length, messages[0], messages.at(-1)]).toEqual([200, "prompt 10", "prompt 209"]);
});
