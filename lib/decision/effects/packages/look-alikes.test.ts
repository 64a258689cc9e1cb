import fc from "fast-check";
import { expect, test } from "vitest";
import { isWellKnown, lookAlike } from "./look-alikes";
import { NEIGHBOURS, POPULAR } from "./popular-names";

test.each([
  ["reqeusts", "PyPI", "requests"],
  ["djnago", "PyPI", "django"],
  ["python_dateutils", "PyPI", "python-dateutil"],
  ["lodahs", "npm", "lodash"],
  ["expresss", "npm", "express"],
  ["raect", "npm", "react"],
  ["serde_jsom", "crates.io", "serde-json"],
  ["railss", "RubyGems", "rails"],
])("%s of %s looks like %s", (name, ecosystem, popular) => {
  expect(lookAlike(name, ecosystem)).toBe(popular);
});

test.each([
  ["preact", "npm"],
  ["mysql2", "npm"],
  ["vite", "npm"],
  ["webpack5", "npm"],
  ["@acme/react", "npm"],
  ["my-own-tool", "npm"],
  ["panda", "PyPI"],
  ["Serde_JSON", "crates.io"],
  ["react", "Go"],
])("%s of %s is a name of its own", (name, ecosystem) => {
  expect(lookAlike(name, ecosystem)).toBeNull();
});

test("every popular name and every neighbour is a name of its own, and listed once", () => {
  for (const [ecosystem, text] of Object.entries(POPULAR)) {
    const names = [...text.trim().split(/\s+/), ...(NEIGHBOURS[ecosystem] ?? "").split(" ")];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(isWellKnown(name, ecosystem)).toBe(true);
      expect(lookAlike(name, ecosystem)).toBeNull();
    }
  }
});

test("one letter more, less, another or two swapped is told in every long popular name", () => {
  const names = Object.entries(POPULAR).flatMap(
    ([ecosystem, text]) =>
    text.trim().split(/\s+/).filter((name) => name.length >= 8 && !name.startsWith("@")).map((name) => [ecosystem, name] as const), // prettier-ignore
  );
  const mutated = fc.tuple(fc.constantFrom(...names), fc.nat(30), fc.constantFrom("more", "less", "other", "swapped"));
  fc.assert(
    fc.property(mutated, ([[ecosystem, name], place, how]) => {
      const at = 1 + (place % (name.length - 2));
      const rest = name.slice(at + (how === "more" ? 0 : how === "swapped" ? 2 : 1));
      const between = how === "more" || how === "other" ? "q" : how === "swapped" ? `${name[at + 1]}${name[at]}` : "";
      const text = name.slice(0, at) + between + rest;
      fc.pre(text !== name && !/[-_.]/.test(name[at] ?? "") && !/[-_.\d]/.test(name[at + 1] ?? "") && !/\d/.test(name[at] ?? "")); // prettier-ignore
      expect(lookAlike(text, ecosystem) !== null || isWellKnown(text, ecosystem)).toBe(true);
    }),
  );
});
