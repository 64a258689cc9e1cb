import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanJson, cleanText, type CleanLimits } from "./clean-json";
import { cleanEvidence, describeAction } from "./describe-action";
import { MASK } from "./mask";

const LIMITS: CleanLimits = { stringLength: 100, totalLength: 1_000, depth: 4, entries: 5 };

const action = (input: Record<string, unknown>) => ({
  tool: "Bash",
  input,
  cwd: "/repo",
  home: null,
  additionalDirectories: [],
  permissionMode: "auto",
  git: null,
  userMessages: ["never kept with the action"],
});

test("a secret is masked by the name it stands under, however deep", () => {
  const given = { headers: { Authorization: "Bearer x", "x-api-key": "k3y", list: [{ password: "p" }] }, note: "fine" };
  const cleaned = cleanJson(given, LIMITS);
  expect(cleaned).toEqual({
    headers: { Authorization: MASK.repeat(8), "x-api-key": MASK.repeat(3), list: [{ password: MASK }] },
    note: "fine",
  });
});

test("evidence points at the same words after masking", () => {
  const command = "TOKEN=abcdef123 git push --force https://me:hunter2@git.example.com/a.git main";
  const start = command.indexOf("--force");
  const evidence = cleanEvidence([{ field: "command", start, end: start + 7, note: "rewrites" }]);
  const { input } = describeAction(action({ command })).action as { input: { command: string } };
  expect(input.command).not.toContain("hunter2");
  expect(input.command.slice(evidence[0]?.start, evidence[0]?.end)).toBe("--force");
});

test("the summary shows no secret that the input shows", () => {
  expect(describeAction(action({ command: "curl -u me:hunter2 https://x.example" })).summary).toBe(
    `curl -u me:${MASK.repeat(7)} https://x.example`,
  );
});

test("what users wrote is not repeated with each action", () => {
  expect(JSON.stringify(describeAction(action({ command: "ls" })))).not.toContain("never kept");
});

test("long text is cut, with a note of how much is gone; a secret across the cut is gone too", () => {
  expect(cleanText("x".repeat(120), 100)).toBe(`${"x".repeat(100)}… (20 more characters)`);
  expect(cleanText(`${"x".repeat(88)} TOKEN=hunter2hunter2`, 100)).not.toContain("hun");
});

test("whatever comes in, what comes out can be stored and is small", () => {
  const hostile = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("\0", "\ud800", "\udc00x", "a\0b"),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 8 }),
      fc.dictionary(fc.string({ unit: "binary", maxLength: 20 }), tie("value"), { maxKeys: 8 }),
    ),
  }));
  fc.assert(
    fc.property(hostile.value, (value) => {
      const json = JSON.stringify(cleanJson(value, LIMITS));
      expect(json).not.toMatch(/\\u0000|\\ud[89a-f]/);
      expect(json.length).toBeLessThan(20_000);
    }),
    { numRuns: 500 },
  );
});
