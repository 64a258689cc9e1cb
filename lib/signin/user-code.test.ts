import { expect, test } from "vitest";
import { formatUserCode, newUserCode, parseUserCode } from "./user-code";

test("a user code survives how people type it", () => {
  const code = newUserCode();
  expect(formatUserCode(code)).toMatch(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/);
  for (const typed of [formatUserCode(code), code.toLowerCase(), ` ${code.slice(0, 4)} – ${code.slice(4)} `])
    expect(parseUserCode(typed)).toBe(code);
});

test.each(["", "ABCD-EFGH", "BCDF-GHJ", "BCDF-GHJKL", "BCDF-GHJ1", "BCDFGHJK'--"])("%j is no user code", (typed) => {
  expect(parseUserCode(typed)).toBeNull();
});
