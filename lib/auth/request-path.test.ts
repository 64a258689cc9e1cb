import { expect, test } from "vitest";
import { safeNextPath } from "./request-path";

test.each(["/", "/audit?verdict=block#top", "/device?user_code=BCDF-GHJK"])("goes on to our own path %s", (path) => {
  expect(safeNextPath(path)).toBe(path);
});

test.each([
  undefined,
  "",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/a\\b",
  "audit",
])("never leaves the site: %j", (next) => {
  expect(safeNextPath(next)).toBe("/");
});
