import { expect, test } from "vitest";
import type { Effect, RuleScope } from "../types";
import { firstOf, is, when } from "./rule";

const effect = (name: string): Effect => ({
  kind: "write",
  targetType: "path",
  target: name,
  traits: { name },
  evidence: { field: "command", start: 0, end: 1, note: name },
});
const scope = {} as RuleScope;
const match = firstOf(
  when(
    "write",
    (e) => is(e, "name", "doubtful", "both"),
    (e) => String(e.target),
    "ask",
  ),
  when(
    "write",
    (e) => is(e, "name", "harmful", "both"),
    (e) => String(e.target),
  ),
);

test("what needs a look does not hide another effect that is stopped", () => {
  expect(match([effect("doubtful"), effect("harmful")], scope)).toMatchObject({ reason: "harmful" });
  expect(match([effect("doubtful"), effect("harmful")], scope)?.verdict).toBeUndefined();
});

test("of one effect the first that is about it decides", () => {
  expect(match([effect("both")], scope)).toMatchObject({ reason: "both", verdict: "ask" });
  expect(match([effect("both"), effect("harmful")], scope)).toMatchObject({ reason: "harmful" });
  expect(match([effect("fine")], scope)).toBeNull();
});
