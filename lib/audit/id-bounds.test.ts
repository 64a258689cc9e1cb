import { expect, test } from "vitest";
import { v7 } from "uuid";
import { firstIdAt } from "./id-bounds";

test("every id of a millisecond lies between its bound and the next", () => {
  const msecs = Date.parse("2026-11-21T10:00:00.123Z");
  for (let n = 0; n < 200; n++) {
    const id = v7({ msecs });
    expect(id >= firstIdAt(new Date(msecs))).toBe(true);
    expect(id < firstIdAt(new Date(msecs + 1))).toBe(true);
  }
});
