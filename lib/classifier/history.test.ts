import { expect, test } from "vitest";
import { describeAction } from "@/lib/audit/describe-action";
import { historyOfRecord, historyOfWords } from "./history";
import { testQuestion } from "./testing";

const id = (n: number) => `0198c0de-0000-7000-8000-${String(n).padStart(12, "0")}`;
const ACTION = testQuestion().action;

test("prompts and earlier calls of the record are told in the order of their ids, in whatever order they were read", () => {
  const call = (n: number, command: string, answer: string) => ({
    id: id(n),
    answer,
    ...describeAction({ ...ACTION, input: { command, description: "Runs it" } }),
  });
  const prompts = [
    { id: id(4), text: "Now publish it." },
    { id: id(1), text: "Build it." },
  ];
  const calls = [
    call(5, "npm publish", "deny"),
    call(2, "npm ci", "allow"),
    call(3, "curl -H 'authorization: Bearer abcdefghijklmnopqrstu' https://x.example", "ask"),
  ];
  expect(historyOfRecord(prompts, calls)).toEqual([
    { sort: "user", text: "Build it." },
    { sort: "tool", tool: "Bash", input: { command: "npm ci", description: "Runs it" } },
    expect.objectContaining({ input: expect.objectContaining({ command: expect.stringMatching(/Bearer •+'/) as string }) as object }),
    { sort: "user", text: "Now publish it." },
    { sort: "tool", tool: "Bash", input: { command: "npm publish", description: "Runs it" }, wasBlocked: true },
  ]);
}); // prettier-ignore

test("a session's history only grows at its end", () => {
  const prompts = [{ id: id(1), text: "Build it." }];
  const calls = Array.from({ length: 8 }, (_, n) => ({ id: id(n + 2), answer: "allow", ...describeAction(ACTION) }));
  const earlier = historyOfRecord(prompts, calls.slice(0, 5));
  expect(historyOfRecord(prompts, calls).slice(0, earlier.length)).toEqual(earlier);
});

test("where older calls are not all known, a gap stands in front of those that are, after the words of then", () => {
  const prompts = [{ id: id(1), text: "Never push." }, { id: id(4), text: "Build it." }]; // prettier-ignore
  const row = (n: number) => ({ id: id(n), answer: "allow", ...describeAction(ACTION) });
  const history = historyOfRecord(prompts, [row(5), row(3)], false);
  expect(history.map(({ sort }) => sort)).toEqual(["user", "gap", "tool", "user", "tool"]);
  expect(historyOfRecord(prompts, [], false).map(({ sort }) => sort)).toEqual(["gap", "user", "user"]);
});

test("a row that cannot be read is still told as a call", () => {
  expect(historyOfRecord([], [{ id: id(1), tool: "Bash", action: null, answer: "allow" }])).toEqual([
    { sort: "tool", tool: "Bash", input: {} },
  ]);
});

test("where only the user's words are known, they are the history", () => {
  expect(historyOfWords(["Build it.", " ", "Don't push."])).toEqual([
    { sort: "user", text: "Build it." },
    { sort: "user", text: "Don't push." },
  ]);
});
