import { expect, test } from "vitest";
import { CATALOGUE } from "@/lib/decision/rule-names";
import { foreignText, projected, readSections } from "../testing-prompt-reader";
import { testQuestion } from "../testing";
import { PROBE_PROMPT, PROBE_QUESTION } from "./probe";
import { PROMPT_VERSION, PROMPTS, SYSTEM_PROMPT } from "./system";

test("the system prompt lists every rule with its explanation, and of soft ones what the user must name", () => {
  for (const { id, name, strength, mustName, explanation } of CATALOGUE) {
    expect(SYSTEM_PROMPT).toContain(`- ${id} (${name}): ${explanation}`);
    if (strength === "soft") expect(SYSTEM_PROMPT).toContain(`Must name: ${mustName}.`);
  }
});

test("the system prompt explains each section that a question has", () => {
  for (const section of Object.keys(readSections(foreignText(projected(testQuestion())))))
    expect(SYSTEM_PROMPT).toContain(`\`<${section}>\``);
});

test("people are shown all that the model is told in our words, and a version that follows it", () => {
  const { system, instruction } = projected(testQuestion());
  const told = PROMPTS.map(({ text }) => text);
  expect(told.slice(0, 3)).toEqual([system[0]?.text, instruction(1).text, instruction(2).text]);
  expect(told.slice(3)).toEqual([`${PROBE_PROMPT}\n\n${PROBE_QUESTION}`]);
  expect(PROMPT_VERSION).toMatch(/^v\d+-[\da-f]{12}$/);
});
