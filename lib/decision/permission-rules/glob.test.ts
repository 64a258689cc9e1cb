import fc from "fast-check";
import { expect, test } from "vitest";
import { bashPattern } from "./bash";
import { domainGlob, textGlob } from "./glob";

/** The same as regular expressions: slow on hostile text, plain to read. */
const escaped = (part: string) => part.replace(/[.+?^${}()|[\]\\/]/g, "\\$&");
const globSource = (pattern: string) => pattern.split(/\*+/).map(escaped).join(".*?");
function bashSource(specifier: string): string {
  const prefix = /^([\s\S]*?)(?::\*| \*)$/.exec(specifier)?.[1];
  return prefix === undefined ? globSource(specifier) : `${globSource(prefix)}(?: .*)?`;
}
function domainSource(domain: string): string {
  const below = domain.startsWith("*.");
  return `${below ? ".+\\." : ""}${escaped(domain.replace(/^\*\./, "")).replaceAll("*", "[^.]*")}`;
}

const text = (...pieces: string[]) => fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join(""));

test("a Bash pattern fits exactly what its meaning says", () => {
  fc.assert(
    fc.property(text("a", "b", " ", "*", ":", ".", "\n"), text("a", "b", " ", ":", ".", "*", "\n"), (rule, command) => {
      expect(bashPattern(rule)(command)).toBe(new RegExp(`^(?:${bashSource(rule)})$`, "s").test(command));
    }),
    { numRuns: 10_000 },
  );
});

const host = fc.array(fc.stringMatching(/^[ab]{1,3}$/), { minLength: 1, maxLength: 4 }).map((all) => all.join("."));

test("a domain pattern fits exactly what its meaning says", () => {
  fc.assert(
    fc.property(text("a", "b", ".", "*", "*."), host, (rule, host) => {
      expect(domainGlob(rule)(host)).toBe(new RegExp(`^${domainSource(rule)}$`).test(host));
    }),
    { numRuns: 10_000 },
  );
});

test.each([
  ["*curl*|*sh", "curl|".repeat(13_000)],
  [`${"*a".repeat(1_000)}*b`, "a".repeat(65_536)],
  [`*${"a".repeat(1_000)}b*c *`, "a".repeat(65_536)],
  ["* * * * * * * * *!", " ".repeat(65_536)],
])("the rule %s over 64 KB takes no longer than a blink", (rule, command) => {
  const pattern = bashPattern(rule);
  const started = performance.now();
  expect(pattern(command)).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test("an empty piece at either end is no anchor", () => {
  expect(textGlob("*")("")).toBe(true);
  expect(textGlob("a*a")("a")).toBe(false);
});
