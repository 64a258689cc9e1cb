import { expect, test } from "vitest";
import { isAtLeast } from "./node-version.mjs";

test.each([
  ["v20.19.0", ">=20.19", true],
  ["v20.18.9", ">=20.19", false],
  ["v22.0.0", ">=20.19", true],
  ["v9.99.0", ">=20.19", false],
])("%s satisfies %s: %s", (version, least, expected) => expect(isAtLeast(version, least)).toBe(expected));
