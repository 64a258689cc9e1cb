import { expect, test } from "vitest";
import { readShell } from "../shell/read";
import type { SimpleCommand } from "../shell/types";
import { action } from "../testing";
import type { Effect } from "../types";
import { deedMaker, type Program } from "./deeds";
import type { Scene } from "./scene";

const tool = (does: string[], more: Partial<Program> = {}): Program => ({
  does: [[{ kind: "cloud-change", note: "deletes", traits: { act: "delete" } }, ...does]],
  ...more,
});

function play(program: Program, command: string): Scene {
  const reading = readShell(command, { cwd: "/p", home: "/h", gitRoot: null, gitBranch: null });
  const scene = { action: action("Bash", { command }), effects: [], opaque: [], field: "command", reading } as unknown as Scene; // prettier-ignore
  deedMaker(program)(reading.commands[0] as SimpleCommand, scene);
  return scene;
}

/** What a program with these lines makes of a command. */
const made = (program: Program, command: string): Effect[] => play(program, command).effects;
const doubts = (program: Program, command: string): number => play(program, command).opaque.length;

test.each([
  ["its words in order", ["app delete"], "x app delete it", true],
  ["no other order", ["app delete"], "x delete app", false],
  ["any of some words", ["app|site delete|rm"], "x site rm it", true],
  ["a word by its beginning", ["* delete-*"], "x ec2 delete-vpc", true],
  ["a word by its middle", ["run *deploy*"], "x run redeploys", true],
  ["words after any others", ["** delete"], "x a b c delete", true],
  ["a flag anywhere", ["rm --force|-f"], "x rm a -rf", true],
  ["no line whose flag is not given", ["rm --force"], "x rm a", false],
  ["a flag's value, apart or attached", ["scale --to=0"], "x scale --to 0", true],
  ["no other value of it", ["scale --to=0"], "x scale --to=10", false],
  ["no line whose forbidden flag is given", ["rm !--local"], "x rm --local", false],
  ["a call with flags alone", ["--delete"], "x --topic a --delete", true],
])("a line takes %s", (_, lines, command, expected) => {
  expect(made(tool(lines), command)).toHaveLength(expected ? 1 : 0);
});

test("the first line that fits decides, and one without a deed lets go", () => {
  const program: Program = { does: [[null, "delete --mine"], ...tool(["delete"]).does] };
  expect(made(program, "x delete --mine")).toEqual([]);
  expect(made(program, "x delete")).toHaveLength(1);
});

test("values of flags are no words, and harmless flags let go", () => {
  const program = tool(["delete"], { values: "-n", unless: "--context=kind-*" });
  expect(made(program, "x -n delete list")).toEqual([]);
  expect(made(program, "x -n prod delete a")).toMatchObject([{ target: "a", traits: { production: true } }]);
  expect(made(program, "x delete a --context kind-dev")).toEqual([]);
  expect(made(program, "x delete a --dry-run")).toEqual([]);
});

test("what stands behind many other words still counts, and too many are doubt", () => {
  const program = tool(["** prune"]);
  expect(made(program, `x ${"a ".repeat(200)}prune`)).toHaveLength(1);
  expect(made(tool(["first prune"]), `x ${"a ".repeat(2_000)}`)).toEqual([]);
  expect(doubts(program, `x ${"a ".repeat(2_000)}prune`)).toBe(1);
});

test("a harmless value lets go only where no other value is given beside it", () => {
  const program = tool(["delete"], { unless: "--context=kind-*" });
  expect(made(program, "x delete a --context kind-dev --context main")).toHaveLength(1);
});
