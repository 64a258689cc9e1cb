import { expect, test } from "vitest";
import { EVENTS, isFinal, STATES, transition } from "./state";

const ALLOWED: Record<string, string> = {
  "draft submit": "in_review",
  "draft cancel": "cancelled",
  "in_review approve": "approved",
  "in_review reject": "rejected",
  "in_review revise": "draft",
  "in_review cancel": "cancelled",
  "approved publish": "published",
  "approved revise": "draft",
  "approved cancel": "cancelled",
};

const CASES = STATES.flatMap((state) => EVENTS.map((event) => ({ state, event, next: ALLOWED[`${state} ${event}`] })));

test.each(CASES.filter(({ next }) => next))("$state, $event: $next", ({ state, event, next }) => {
  expect(transition(state, event)).toBe(next);
});

test.each(CASES.filter(({ next }) => !next))("$state, $event: refused", ({ state, event }) => {
  const refusal = expect.objectContaining({ status: 409, code: "change_request_state" });
  expect(() => transition(state, event)).toThrow(refusal);
});

test("nothing leaves a final state, and every other leads on", () => {
  expect(STATES.filter(isFinal)).toEqual(["published", "rejected", "cancelled"]);
});

test("only what was approved is ever published", () => {
  const intoPublished = STATES.filter((state) => ALLOWED[`${state} publish`] === "published");
  expect(intoPublished).toEqual(["approved"]);
});
