import { expect, test } from "vitest";
import { summarise } from "./summary";

test.each([
  ["Bash", { command: "npm test\n  --watch", description: "x" }, "npm test --watch"],
  ["Edit", { file_path: "/a/b.ts", old_string: "x" }, "/a/b.ts"],
  ["Task", { prompt: "look", description: "Find it" }, "Find it"],
  ["mcp__x__y", { owner: "acme", page: 2 }, "owner: acme, page: 2"],
  ["mcp__x__y", { url: "https://a.example" }, "https://a.example"],
  ["TodoWrite", { todos: [] }, ""],
  ["Bash", {}, ""],
  ["Bash", { command: "a\u0000\u001b[31mb" }, "a [31mb"],
])("%s %j is %s", (tool, input, expected) => {
  expect(summarise(tool, input)).toBe(expected);
});

test("is one line of at most 200 characters, whatever comes in", () => {
  const text = summarise("Bash", { command: `${"word\n".repeat(50_000)}` });
  expect(text.length).toBeLessThanOrEqual(200);
  expect(text).not.toContain("\n");
});
