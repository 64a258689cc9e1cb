import { expect, test } from "vitest";
import type { TriedUnder } from "@/lib/change/try-schemas";
import { compareEffects } from "./compare-effects";

type Effect = TriedUnder["effects"][number];
const evidence = { field: "command", start: 0, end: 4, note: "sends" };
const send = (traits: Effect["traits"]): Effect => ({ kind: "send", target: "files.test", traits, evidence });
const under = (...effects: Effect[]) => ({ effects }) as TriedUnder;

test("what both policies see alike stands once; what differs stands with both", () => {
  const draft = under(send({ trusted: true, data: "file", secret: false }), send({ trusted: false }));
  const published = under(send({ trusted: false, data: "file", secret: false }), send({ trusted: false }));
  const [differing, alike] = compareEffects({ draft, published });
  expect(differing?.traits).toEqual([
    { name: "trusted", words: "yes" },
    { name: "data", words: "file" },
  ]);
  expect(differing?.publishedTraits).toEqual([{ name: "trusted", words: "no" }]);
  expect(alike?.publishedTraits).toEqual([]);
  expect(compareEffects({ draft, published: null })[0]?.publishedTraits).toEqual([]);
});
