import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { policyDatabase } from "./testing";
import { tryAction } from "./try-action";

const t = policyDatabase();
let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "advisories-"));
  const affected = [{ package: { ecosystem: "npm", name: "left-behind" }, versions: ["3.1.4"] }];
  writeFileSync(join(directory, "own.json"), JSON.stringify({ id: "MAL-0000-1", summary: "Steals tokens", affected }));
  vi.stubEnv("GATEHOUSE_ADVISORIES", directory);
});
afterAll(() => rmSync(directory, { recursive: true }));

test("trying knows the installation's own advisories, as the data plane does", async () => {
  const { ctxFor } = await t.organization();
  const { draft } = await tryAction(ctxFor("admin"), { input: { command: "npm i left-behind@3.1.4" } });
  expect(draft.ifOn).toMatchObject({ verdict: "block" });
  expect(draft.matches).toMatchObject([{ verdict: "block" }]);
});
