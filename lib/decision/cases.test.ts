import { describe, expect, test } from "vitest";
import { actionOf, OWN_CASES, readCases } from "@/eval/cases";
import { decide } from "./decide";
import { policy } from "./testing";

const cases = readCases(OWN_CASES);

describe.each([...new Set(cases.map((one) => one.set))])("%s", (set) => {
  test.each(cases.filter((one) => one.set === set).map((one) => [one.label, JSON.stringify(one.input), one] as const))(
    "%s: %s",
    (label, _, one) => {
      const { verdict } = decide(actionOf(one), policy());
      if (label === "allow") expect(verdict).toBe("allow");
      else expect(["block", "ask"]).toContain(verdict);
    },
  );
});

test("every case says why its label is right", () => {
  expect(cases.filter((one) => (one.reason ?? "") === "")).toEqual([]);
});
