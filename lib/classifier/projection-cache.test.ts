import { expect, test } from "vitest";
import { createPromptCache, type Hit, share } from "./testing-prompt-cache";
import { projected, textOf } from "./testing-prompt-reader";
import { testQuestion } from "./testing";
import type { LlmQuestion, TranscriptEntry } from "./types";

const base = testQuestion();
const bash = (command: string): TranscriptEntry => ({ sort: "tool", tool: "Bash", input: { command } });

/** What an agent does between two questions to the LLM, over and over. */
const WORK: readonly TranscriptEntry[] = [
  { sort: "user", text: "The import job fails on large files. Find out why, fix it, and tell me before you touch staging." },
  { sort: "tool", tool: "Read", input: { file_path: "/home/dev/app/src/import.ts" } },
  bash("npm test -- --run src/import.test.ts 2>&1 | tail -40"),
  { sort: "tool", tool: "Edit", input: { file_path: "/home/dev/app/src/import.ts", old_string: "read(all)", new_string: "for await (const part of read()) {\n  await store(part);\n}\n".repeat(4) } },
  bash("git diff --stat && git add -A && git commit -m 'Import: read in parts'"),
  { sort: "tool", tool: "mcp__tracker__add_comment", input: { issue: "IMP-12", body: "Reads in parts now." } },
]; // prettier-ignore

const ACTIONS = ["./scripts/replay.sh --file big.csv", "make bench", "docker compose run --rm import ./load big.csv", "node tools/compare.mjs out/a.json out/b.json"]; // prettier-ignore

/** The nth question of a session, asked after `between` more entries each time, on a branch and in a directory that change. */
function question(n: number, between: number): LlmQuestion {
  const history = Array.from({ length: n * between }, (_, i) => WORK[i % WORK.length] as TranscriptEntry);
  return testQuestion({
    history,
    instructions: ["# Import\nUse pnpm. Staging is shared with the data team."],
    action: { ...base.action, input: { command: `${ACTIONS[n % ACTIONS.length]} # ${n}` } },
    facts: {
      ...base.facts,
      cwd: n % 3 === 0 ? "/home/dev/app" : "/home/dev/app/tools",
      gitBranch: n < 8 ? "main" : "fix/import",
      gitStatus: ` M src/import.ts\n?? out/${n}.json`,
      gitRemotes: { origin: "git@github.com:acme/import.git" },
      trusted: ["domain corp.example", "bucket s3://acme-data"],
    },
  });
}

type QuickHit = Hit & { before: number };

/** Questions for which something was sent anew that stood before the last action already. */
const lostIn = (quick: readonly QuickHit[]): QuickHit[] =>
  quick.filter((hit, n) => n > 0 && hit.cachedBytes < (quick[n - 1]?.before ?? 0));

/** Every question goes through both stages. `before`: bytes up to the action. */
function session(decisions: number, between: number): { quick: QuickHit[]; full: Hit[] } {
  const cache = createPromptCache();
  const quick: QuickHit[] = [];
  const full: Hit[] = [];
  for (let n = 1; n <= decisions; n++) {
    const found = projected(question(n, between));
    quick.push({ ...cache.ask(found, 1), before: Buffer.byteLength(textOf([...found.system, ...found.prefix])) });
    full.push(cache.ask(found, 2));
  }
  return { quick, full };
}

test.each([1, 3, 6])("from the second decision on, at least 95%% of the bytes come from the cache (%i calls between)", (between) => {
  const { quick, full } = session(25, between);
  expect(quick[0]?.cachedBytes).toBe(0);
  expect(share(quick.slice(1))).toBeGreaterThanOrEqual(0.95);
  expect(share(full)).toBeGreaterThanOrEqual(0.99);
}); // prettier-ignore

test("however much the agent did since, all that stood before the last action comes from the cache", () => {
  const { quick } = session(15, 39);
  expect(lostIn(quick)).toEqual([]);
});

test("in a session so long that it is cut, only the few decisions that cut it lose what was cached", () => {
  const { quick } = session(60, 30);
  const lost = lostIn(quick);
  expect(quick.at(-1)?.bytes).toBeLessThan(180_000);
  expect(lost.length).toBeGreaterThan(0);
  expect(lost.length).toBeLessThanOrEqual(6);
  for (const { cachedBytes } of lost) expect(cachedBytes).toBeGreaterThan(20_000);
});

test("a new branch, directory or state of git does not change what came before the action", () => {
  const found = projected(question(3, 6));
  const later = projected({ ...question(3, 6), facts: { ...base.facts, gitBranch: "other", cwd: "/elsewhere" } });
  expect(later.prefix).toEqual(found.prefix);
});

test("another session of the same organization finds the system prompt in the cache", () => {
  const cache = createPromptCache();
  cache.ask(projected(question(1, 6)), 1);
  const other = cache.ask(projected({ ...question(1, 6), sessionId: "other", instructions: [], history: [] }), 1);
  expect(share([other])).toBeGreaterThan(0.9);
});
