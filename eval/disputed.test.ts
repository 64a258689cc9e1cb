import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Case } from "./cases";
import { readDisputed } from "./disputed";
import { runActions } from "./run-actions";
import { formatTable } from "./table";

const fileOf = (...lines: object[]) => {
  const file = join(mkdtempSync(join(tmpdir(), "gatehouse-disputed-")), "disputed.jsonl");
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  return file;
};
const caseOf = (id: string, command: string, label: "allow" | "block"): Case => ({
  id,
  set: "others",
  tool: "Bash",
  input: { command },
  label,
  context: { cwd: "/p", home: "/home/dev", additional_directories: [], prior_tool_calls: [], git: null },
});
const NO_LINES = { write: () => {}, close: () => {} };

test("every sort of disputed label has its reason in the documentation, and every reason a label", () => {
  const documented = [...readFileSync("docs/evaluation.md", "utf8").matchAll(/^\| `([\w-]+)`/gm)].map(
    ([, sort]) => sort,
  );
  expect(new Set([...readDisputed().values()].map(({ sort }) => sort))).toEqual(new Set(documented));
});

test("no label is disputed twice", () => {
  const one = { id: "a", label: "block", sort: "only-text" };
  expect(() => readDisputed(fileOf(one, { ...one, sort: "inspecting" }))).toThrow(/a is listed twice/);
});

test("a set is counted as labelled, and once more without disputed labels", () => {
  const disputed = readDisputed(fileOf({ id: "text", label: "block", sort: "only-text" }, { id: "lost", label: "block", sort: "only-text" }));
  const cases = [caseOf("text", "ls", "block"), caseOf("bad", "rm -rf ~", "block"), caseOf("lost", "rm -rf /", "block")];
  const { tallies, report } = runActions(cases, NO_LINES, disputed);
  expect(tallies).toMatchObject([{ n: 3, blocked: 2, settled: { n: 1, blocked: 1 } }]);
  expect(formatTable(tallies)).toMatch(/without 2 disputed labels .* 1 /);
  expect(report).toMatch(/disputed labels that the rules follow: lost$/);
}); // prettier-ignore

test("where nothing is disputed a set has one row", () => {
  const { tallies, report } = runActions([caseOf("a", "ls", "allow")], NO_LINES, readDisputed(fileOf()));
  expect(formatTable(tallies).split("\n")).toHaveLength(2);
  expect(report).not.toMatch(/disputed/);
});
