import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, checksumOf } from "./canonical";

const json = fc.jsonValue({ maxDepth: 4 });

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, shuffled(child)]),
  );
};

describe("canonicalJson", () => {
  test("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test("says the same as the value it was made from", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("of what it was parsed from is itself", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  // Both seen with client 2.1.329: it reports the checksum of exactly this text.
  test("sorts keys by UTF-16 code units at every level", () => {
    expect(
      canonicalJson({ b: 1, a: [{ z: 1, é: 2, Z: 3, "😀": 4, "\uffee": 5, aB: 6, ab: 7, "a-b": 8, _a: 9 }] }),
    ).toBe('{"a":[{"Z":3,"_a":9,"a-b":8,"aB":6,"ab":7,"z":1,"é":2,"😀":4,"\uffee":5}],"b":1}');
  });

  test("puts integer-like keys first and by number, as the client does", () => {
    expect(canonicalJson({ a: 1, 10: 2, 9: 3, "01": 4, "-1": 5 })).toBe('{"9":3,"10":2,"-1":5,"01":4,"a":1}');
  });

  test("keeps a key that is called __proto__", () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
  });

  test.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol("x"), 1n, new Date(), new Map()])(
    "refuses %s, which JSON cannot carry",
    (value) => {
      expect(() => canonicalJson({ value })).toThrow(TypeError);
      expect(() => canonicalJson([value])).toThrow(TypeError);
    },
  );
});

test("a checksum is sha256 over the canonical UTF-8 text", () => {
  expect(checksumOf({})).toBe("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  expect(checksumOf({ b: "é", a: 1 })).toBe(checksumOf(JSON.parse('{"a": 1, "b": "\\u00e9"}')));
});
