import fc from "fast-check";
import { parse } from "unbash";
import { describe, expect, test } from "vitest";
import { hostile } from "@/bench/support/hostile";
import { mutated, numbers, seeds } from "@/bench/support/mutations";
import { classify } from "./classify";
import { decide } from "./decide";
import { summarise } from "./summary";
import { action, bash, policy } from "./testing";
import { NOTHING_TRUSTED } from "./types";

const TOOL_NAMES = ["Bash", "Read", "Write", "Edit", "NotebookEdit", "WebFetch", "PowerShell", "Monitor", "mcp__a__b"];

/** Small here; 200,000 of them by `npm run bench fuzz`. */
const SEEDS = seeds();
const mutant = fc.nat().map((seed) => mutated(SEEDS, numbers(seed)));

describe("whatever the text", () => {
  test("the classifier never throws, and never allows what is not valid syntax", () => {
    fc.assert(
      fc.property(mutant, (command) => {
        const { verdict, evidence } = classify(bash(command), NOTHING_TRUSTED);
        if (parse(command).errors !== undefined) expect(verdict).not.toBe("allow");
        for (const { start, end } of evidence) expect(0 <= start && start <= end && end <= command.length).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  test("any tool with any input gets a judgement and a summary", () => {
    const tool = fc.oneof(fc.constantFrom(...TOOL_NAMES), fc.string());
    const input = fc.dictionary(
      fc.oneof(fc.constantFrom("command", "file_path", "notebook_path", "url", "sql", "path"), fc.string()),
      fc.anything(),
    );
    const rules = policy({
      permissions: { deny: ["Read(.env)", "Bash(x *)", "Agent(model:*)"], ask: ["mcp__*"], allow: ["Edit(src/**)"] },
    });
    fc.assert(
      fc.property(tool, input, (name, fields) => {
        const judgement = decide(action(name, fields), rules);
        expect(judgement.tier).not.toBe("unavailable");
        expect(summarise(name, fields).length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(hostile())("%s takes no longer than a blink", (_, command) => {
    const took = Array.from({ length: 4 }, () => {
      const started = performance.now();
      classify(bash(command), NOTHING_TRUSTED);
      return performance.now() - started;
    });
    // 50 ms on a quiet machine; test machines are not.
    expect(Math.min(...took)).toBeLessThan(500);
  });

  const TOOLS = [...TOOL_NAMES, "Grep", "Glob", "MultiEdit", "WebSearch", "Agent", "ReadMcpResourceTool", "Unheard"];
  const FIELDS = [
    "command",
    "file_path",
    "path",
    "pattern",
    "url",
    "uri",
    "query",
    "code",
    "sql",
    "mode",
    "notebook_path",
  ];
  const PARTS = [
    "eyJaaaaaaaaaaaa.", "sk-ant-", "rm ", "iex ", "git push ", "a/", "../", "https://", "@", "%20", "dump.", "copy ", "/*", "update a set ", "*", "[", "\\", "os.system('", "$(", " ",
  ]; // prettier-ignore
  const RULES = policy({
    permissions: {
      deny: ["Read(**/*a*/**/*b*/**/c)", "Bash(*curl*|*sh)", "WebFetch(domain:*a*.*b*.x)", "PowerShell(*a*b*c)"],
      ask: ["mcp__*a*b*c", "Agent(*a*b)", "Edit(**/x/**/y/**)"],
      allow: ["Edit(src/**/z)"],
    },
  });

  test.each(TOOLS)(
    "4 MB given to %s takes no longer than a blink",
    (tool) => {
      const slow: string[] = [];
      for (const size of [8_000, 60_000, 250_000, 4_000_000]) {
        for (const part of PARTS) {
          const text = part.repeat(size / part.length);
          for (const field of FIELDS) {
            const one = action(tool, { [field]: text });
            const started = performance.now();
            decide(one, RULES);
            const took = performance.now() - started;
            // 50 ms on a quiet machine; test machines are not.
            if (took > 500) slow.push(`${part} × ${size} in ${field}: ${took} ms`);
          }
        }
      }
      expect(slow).toEqual([]);
    },
    60_000,
  );

  test("thousands of values, and values thousands deep, take no longer than a blink", () => {
    const wide = Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`k${i}`, i]));
    const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], "x");
    for (const input of [wide, { deep }]) {
      for (const tool of ["mcp__a__b", "Unheard", "Read"]) {
        const started = performance.now();
        expect(decide(action(tool, input), RULES).verdict).toBe("ask");
        expect(performance.now() - started).toBeLessThan(500);
      }
    }
  });
});
