import { expect, test } from "vitest";
import { idAt, newId } from "./id";

test("ids are distinct UUIDv7 and sort in the order they were made", () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test("the end of an id tells ids of one moment apart", () => {
  const ends = Array.from({ length: 5_000 }, () => newId().slice(-8));
  expect(new Set(ends).size).toBeGreaterThan(4_990);
});

test("an id for another time sorts there", () => {
  const yesterday = idAt(Date.now() - 86_400_000);
  const tomorrow = idAt(Date.now() + 86_400_000);
  const ids = [tomorrow, newId(), yesterday];
  expect(ids.sort()).toEqual([yesterday, ids[1], tomorrow]);
});
