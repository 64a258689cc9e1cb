import { describe, expect, test } from "vitest";
import { classify } from "../classify";
import { bash } from "../testing";
import { NOTHING_TRUSTED } from "../types";

/** 50 ms on a quiet machine; test machines are not. */
const MOST_MS = 250;
const LENGTH = 60_000;

/** Milliseconds, the least of some: what else the machine does is not the classifier's. */
function least(command: string): number {
  const times = Array.from({ length: 4 }, () => {
    const started = performance.now();
    classify(bash(command), NOTHING_TRUSTED);
    return performance.now() - started;
  });
  return Math.min(...times);
}

const fill = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);

/** Repeats that a backtracking pattern would take quadratic time for, or worse. */
const UNITS = ['""', '"', '\\"', " ", "(", "[", "a=", "-c ", "--a ", "/", "../", "qx{", "`", 'os.system("a" + ', "x.unlink()", "Buffer.from(", "copy ", "update a set ", "1e ", "s/", "\\!", "import os as a;", "for a in "]; // prettier-ignore
const HOLDERS = ["awk", "python3 -c", "node -e", "perl -e", "ruby -e", "emacs --eval", "sed", "psql -c", "sqlite3 a", "git -c", "git clone", "curl -d", "make --eval", "vim -c", "expect -c", "tmux send-keys", "rm -rf", "ssh h", "unknown"]; // prettier-ignore

describe.each(HOLDERS)("64 KB given to %s", (holder) => {
  test.each(UNITS)("of %j take no longer than a blink", (unit) => {
    expect(least(`${holder} '${fill(unit)}'`)).toBeLessThan(MOST_MS);
  });
});

test.each([
  ["substitutions", "echo ", "$(", "x", ")"],
  ["subshells", "", "(", "x", ")"],
  ["groups", "", "{ ", "x", "; }"],
  ["quoted code", "python3 -c '", "[", "x", "]"],
])("10,000 nested %s take no longer than a blink", (_, head, open, inside, close) => {
  const tail = head.endsWith("'") ? "'" : "";
  const command = `${head}${open.repeat(10_000)}${inside}${close.repeat(10_000)}${tail}`;
  expect(least(command)).toBeLessThan(MOST_MS);
});
