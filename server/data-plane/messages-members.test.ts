import fc from "fast-check";
import { expect, test } from "vitest";
import { elementsOf, membersOf } from "./messages-members";

const read = (json: Buffer, { start, end }: { start: number; end: number }): unknown =>
  JSON.parse(json.toString("utf8", start, end));

test("finds the members of any object, and the elements of any array, as JSON.parse does", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 8 }), fc.constantFrom(undefined, 1), (values, indent) => {
      const body = Object.fromEntries(values.map((value, at) => [`m${at}`, value]));
      const object = Buffer.from(JSON.stringify(body, null, indent));
      const list = Buffer.from(JSON.stringify(values, null, indent));
      const members = [...membersOf(object)].map(({ name, value }) => [name, read(object, value)]);
      expect(Object.fromEntries(members)).toEqual(JSON.parse(object.toString()));
      expect([...elementsOf(list)].map((span) => read(list, span))).toEqual(JSON.parse(list.toString()));
    }),
  );
});

test("a member of an inner object, or one written in a string, is no member", () => {
  const inner = { input: { wanted: 1 }, text: 'say "wanted":2, or \\"wanted\\":3 \\', list: [{ wanted: 4 }] };
  expect([...membersOf(Buffer.from(JSON.stringify(inner)))].map(({ name }) => name)).toEqual(["input", "text", "list"]);
});

test("what is no JSON ends, and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."{}[]\",:\\ a1\n") }), (text) => {
      const json = Buffer.from(text);
      expect([...membersOf(json)].length + [...elementsOf(json)].length).toBeLessThanOrEqual(2 * text.length);
    }),
    { numRuns: 2_000 },
  );
}); // prettier-ignore

test("megabytes of quotes, backslashes or brackets are passed over at once", () => {
  const startedAt = performance.now();
  for (const filler of ['\\"', "\\\\", "x"]) {
    const body = Buffer.from(`{"a":"${filler.repeat(2_000_000 / filler.length)}","b":1}`);
    expect([...membersOf(body)].map(({ name }) => name)).toEqual(["a", "b"]);
  }
  for (const filler of ["[", "{", '"', "\\", ",", '{"a":'])
    [...membersOf(Buffer.from(`{"a":${filler.repeat(2_000_000 / filler.length)}`))].length.valueOf();
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});
