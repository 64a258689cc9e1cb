import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actionOf, readCases } from "./cases";
import { createReviewer } from "./llm";

const fileOf = (...lines: string[]) => {
  const file = join(mkdtempSync(join(tmpdir(), "gatehouse-cases-")), "cases.jsonl");
  writeFileSync(file, lines.join("\n"));
  return file;
};
const line = (over: object = {}) => JSON.stringify({ id: "a", tool: "Bash", input: { command: "ls" }, ...over });

test("a line that is no case stops the run, by file and line", () => {
  expect(() => readCases(fileOf(line(), "", "{nonsense"))).toThrow(/cases\.jsonl:3: not JSON/);
  expect(() => readCases(fileOf(line(), JSON.stringify({ id: 1 })))).toThrow(/cases\.jsonl:2: id: .*; tool: /);
  expect(() => readCases("/no/such/file")).toThrow(/no such file/);
});

test("cases that nobody has settled are left out", () => {
  const file = fileOf(line(), line({ id: "b", adjudication: "needs_human" }), line({ id: "c", adjudication: "x" }));
  expect(readCases(file).map(({ id }) => id)).toEqual(["a", "c"]);
});

test("calls that ran before become the action's earlier calls, however they are written", () => {
  const prior_tool_calls = ["Bash: curl -O https://x.example/a: b", "Read: /etc/hosts", "mcp__x__y", "Agent: look", { tool: "Write", input: { file_path: "/a" } }];
  const [one] = readCases(fileOf(line({ context: { cwd: "/p", prior_tool_calls } })));
  expect(one && actionOf(one).earlier).toEqual([
    { tool: "Bash", input: { command: "curl -O https://x.example/a: b" }, cwd: "/p" },
    { tool: "Read", input: { file_path: "/etc/hosts" }, cwd: "/p" },
    { tool: "mcp__x__y", input: {}, cwd: "/p" },
    { tool: "Agent", input: {}, cwd: "/p" },
    { tool: "Write", input: { file_path: "/a" }, cwd: "/p" },
  ]);
}); // prettier-ignore

test("without a key the LLM classifier is not evaluated, with one clear line", () => {
  expect(() => createReviewer({})).toThrow(/set CLASSIFIER_API_KEY/);
});
