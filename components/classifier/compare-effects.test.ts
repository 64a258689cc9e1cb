import { expect, test } from "vitest";
import type { TriedUnder } from "@/lib/change/try-schemas";
import { compareEffects } from "./compare-effects";

type Effect = TriedUnder["effects"][number];
const evidence = { field: "command", start: 0, end: 4, note: "sends" };
const send = (traits: Effect["traits"]): Effect => ({ kind: "send", target: "files.test", traits, evidence });
const under = (...effects: Effect[]) => ({ effects }) as TriedUnder;

test("what both policies see alike stands once; what differs stands with both", () => {
  const draft = under(send({ trusted: true, carries: "file", secret: false }), send({ trusted: false }));
  const published = under(send({ trusted: false, carries: "file", secret: false }), send({ trusted: false }));
  const [differing, alike] = compareEffects({ draft, published });
  expect(differing?.facts).toEqual([
    { label: "trusted", words: "yes", code: "trusted: true" },
    { label: "carries", words: "a file", code: "carries: file" },
  ]);
  expect(differing?.publishedFacts).toEqual([{ label: "trusted", words: "no", code: "trusted: false" }]);
  expect(alike?.publishedFacts).toEqual([]);
  expect(compareEffects({ draft, published: null })[0]?.publishedFacts).toEqual([]);
});

test("nothing is said twice: not what the target or the note says, nor one thing under two names", () => {
  const traits = { text: "files.test", what: "a file", url: "", where: "here", local: true, near: true };
  const [only] = compareEffects({ draft: under({ ...send(traits), evidence: { ...evidence, note: "sends a file" } }), published: null });
  expect(only?.facts).toEqual([{ label: null, words: "local or test data only", code: "local: true" }]);
}); // prettier-ignore
