import { describe, expect, test } from "vitest";
import { classify } from "@/lib/decision/classify";
import { bash } from "@/lib/decision/testing";
import { NOTHING_TRUSTED } from "@/lib/decision/types";

/** What a theme guarantees of shell commands: each of the ones is stopped, with evidence inside its text, and the others are left alone. */
export function describeCommands(guarantee: string, stops: readonly string[], leaves: readonly string[]): void {
  describe(`${guarantee}`, () => {
    test.each(stops)("stops %s", (command) => {
      const { verdict, evidence } = classify(bash(command), NOTHING_TRUSTED);
      expect(["block", "ask"]).toContain(verdict);
      expect(evidence.length).toBeGreaterThan(0);
      for (const { start, end } of evidence) expect(0 <= start && start <= end && end <= command.length).toBe(true);
    });

    test.each(leaves)("leaves %s", (command) => {
      expect(classify(bash(command), NOTHING_TRUSTED)).toMatchObject({ verdict: "allow" });
    });
  });
}
