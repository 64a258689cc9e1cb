import { expect, test } from "vitest";
import { LLM_RULES } from "./llm-rules";
import { CATALOGUE, RULE_NAMES } from "./rule-names";
import { RULES } from "./rules/index";

test("no two rules of the catalogue have the same id", () => {
  expect(RULE_NAMES.size).toBe(CATALOGUE.length);
});

test("a rule that only the LLM judges by has a name of its own and says what clears it", () => {
  const taken = new Set(RULES.map(({ name }) => name));
  for (const { id, name, strength, mustName, explanation } of LLM_RULES) {
    expect(taken).not.toContain(name);
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(strength).toBe("soft");
    expect(mustName).not.toBe("");
    expect(explanation).toMatch(/^Guards .+\.$/);
  }
});
