import { expect, test } from "vitest";
import { EFFECT_KINDS } from "@/lib/decision/types";
import { factWords, kindWords } from "./say-effect";

test("every kind of effect that the classifier knows has words of its own", () => {
  const said = EFFECT_KINDS.map(kindWords);
  expect(said.every((words) => /^[A-Z]/.test(words))).toBe(true);
  expect(new Set(said).size).toBe(EFFECT_KINDS.length);
});

test("facts are said in plain words, with what they are about or by themselves where they are simply so", () => {
  expect(kindWords("credential-read")).toBe("Reads a credential");
  expect(factWords("delicacy", "secret")).toEqual({ label: "holds", words: "a secret" });
  expect(factWords("to", "unknown")).toEqual({ label: "destination", words: "not trusted" });
  expect(factWords("trusted", false)).toEqual({ label: "trusted", words: "no" });
  expect(factWords("recursive", true)).toEqual({ label: null, words: "with everything below" });
});

test("a name without words is read as it is written, with spaces", () => {
  expect(kindWords("time-travel")).toBe("time travel");
  expect(factWords("half-life", 3)).toEqual({ label: "half life", words: "3" });
  expect(factWords("what", "shell-start-up").words).toBe("shell start up");
  expect(factWords("constructor", true)).toEqual({ label: "constructor", words: "yes" });
});

test("paths, addresses and commands stay to the letter", () => {
  for (const [name, value] of [["label", "my-notes"], ["url", "https://a-b.example/x-y"], ["branch", "fix-it"], ["what", "deletes a read-only bucket"]] as const)
    expect(factWords(name, value).words).toBe(value);
}); // prettier-ignore
