import { expect, test } from "vitest";
import { ENFORCEMENTS } from "@/lib/policy/schemas";
import { answerFor } from "./answer";

test.each([
  ["observe", "allow", false, "none"],
  ["observe", "block", false, "none"],
  ["observe", "ask", false, "none"],
  ["observe", "ask", true, "none"],
  ["observe", "none", false, "none"],
  ["second-opinion", "allow", false, "none"],
  ["second-opinion", "block", false, "deny"],
  ["second-opinion", "ask", false, "none"],
  ["second-opinion", "ask", true, "ask"],
  ["second-opinion", "none", false, "none"],
  ["authoritative", "allow", false, "allow"],
  ["authoritative", "block", false, "deny"],
  ["authoritative", "ask", false, "ask"],
  ["authoritative", "ask", true, "ask"],
  ["authoritative", "none", false, "none"],
] as const)("%s answers %s (fallback: %s) with %s", (enforcement, verdict, fallback, answer) => {
  expect(answerFor(enforcement, verdict, fallback)).toBe(answer);
});

test("only an authoritative allow is ever answered with allow", () => {
  const answeredAllow = ENFORCEMENTS.flatMap((enforcement) =>
    (["allow", "block", "ask", "none"] as const).flatMap((verdict) =>
      [true, false]
        .filter((fallback) => answerFor(enforcement, verdict, fallback) === "allow")
        .map(() => `${enforcement} ${verdict}`),
    ),
  );
  expect(new Set(answeredAllow)).toEqual(new Set(["authoritative allow"]));
});
