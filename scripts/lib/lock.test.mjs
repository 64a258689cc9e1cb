import { expect, test } from "vitest";
import { findMissing } from "./lock.mjs";

test("an optional dependency without an entry is found", () => {
  const packages = {
    "node_modules/a": { optionalDependencies: { "a-linux": "1.0.0", "a-mac": "1.0.0" } },
    "node_modules/a-linux": {},
  };
  expect(findMissing(packages)).toEqual(["node_modules/a needs a-mac 1.0.0"]);
});

test("an entry further out or beside the package counts", () => {
  const packages = {
    "node_modules/a/node_modules/b": { optionalDependencies: { c: "1", d: "1", e: "1" } },
    "node_modules/a/node_modules/b/node_modules/c": {},
    "node_modules/a/node_modules/d": {},
    "node_modules/e": {},
  };
  expect(findMissing(packages)).toEqual([]);
});
