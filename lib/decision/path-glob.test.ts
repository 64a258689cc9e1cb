import fc from "fast-check";
import { expect, test } from "vitest";
import { globsMeet, parseGlob, plainPath, shellGlob } from "./path-glob";

const part = fc.array(fc.constantFrom("a", "b", ".", "*", "?", "[ab]", "[!a]", "-"), { minLength: 1, maxLength: 4 });
const glob = fc
  .array(
    fc.oneof(
      part.map((pieces) => pieces.join("")),
      fc.constant("**"),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => `/${parts.join("/")}`)
  .filter((text) => !/\/\.{1,2}(?:\/|$)|[^/]\*\*|\*\*[^/]/.test(text));
const path = fc
  .array(fc.array(fc.constantFrom("a", "b", ".", "-"), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((parts) => `/${parts.map((chars) => chars.join("")).join("/")}`)
  .filter((text) => !/\/\.{1,2}(?:\/|$)/.test(text));

/** The same, as a regular expression: slow on hostile patterns, plain to read. */
function asRegExp(pattern: string): RegExp {
  const parts = pattern.split("/").slice(1);
  const inner = (text: string) =>
    text.replace(/\./g, "\\.").replaceAll("*", "[^/]*").replaceAll("?", "[^/]").replaceAll("[!", "[^/");
  return new RegExp(`^${parts.map((one) => (one === "**" ? "(?:/[^/]+)*" : `/${inner(one)}`)).join("")}$`);
}

test("a pattern fits the paths it says it fits", () => {
  fc.assert(
    fc.property(glob, path, (pattern, text) => {
      expect(globsMeet(parseGlob(pattern), plainPath(text))).toBe(asRegExp(pattern).test(text));
    }),
    { numRuns: 5_000 },
  );
});

test("two globs meet where some path fits both, whichever comes first", () => {
  fc.assert(
    fc.property(glob, glob, path, (one, two, text) => {
      const [a, b, plain] = [parseGlob(one), parseGlob(two), plainPath(text)];
      expect(globsMeet(a, b)).toBe(globsMeet(b, a));
      if (globsMeet(a, plain) && globsMeet(b, plain)) expect(globsMeet(a, b)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ["/h/.aws/**", "/h/.a?s/x", true],
  ["/h/.aws/**", "/h/.[a-b]ws/x", true],
  ["/h/.aws/**", "/h/.[!a]ws/x", false],
  ["/h/.aws/**", "/h/*/x", false],
  ["/h/.aws/**", "/h/.*/x", true],
  ["/h/a(b)/*", "/h/a(b)/c", true],
  ["/h/a\\*/x", "/h/ab/x", false],
])("%s and the shell word %s: %s", (pattern, word, expected) => {
  expect(globsMeet(parseGlob(pattern), shellGlob(word))).toBe(expected);
});

test("hostile patterns and paths take time in proportion", () => {
  const started = performance.now();
  expect(globsMeet(parseGlob(`${"/**/a".repeat(400)}/x`), plainPath("/a".repeat(2_000)))).toBe(false);
  expect(globsMeet(parseGlob(`/${"*a".repeat(1_000)}x`), plainPath(`/${"a".repeat(4_000)}`))).toBe(false);
  expect(globsMeet(parseGlob(`/${"*a".repeat(1_000)}x`), shellGlob(`/${"a*".repeat(240)}y`))).toBe(false);
  expect(performance.now() - started).toBeLessThan(500);
});
