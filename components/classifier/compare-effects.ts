import type { Tried, TriedUnder } from "@/lib/change/try-schemas";
import { factWords, type SaidFact } from "./say-effect";

type Effect = TriedUnder["effects"][number];
/** `code` is the fact as the rules see it, for those who write about them. */
type SeenFact = SaidFact & { code: string };
export type ComparedEffect = {
  key: string;
  effect: Effect;
  facts: SeenFact[];
  /** Of these, the ones that the published policy sees otherwise. */
  publishedFacts: SeenFact[];
};

const TEXT_MAX = 80;
const clip = (text: string): string => (text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text);

/**
 * Facts in words. What is simply not so is left out, but for trust, which is what policies differ in; so is what the target or the
 * note beside it says already.
 */
function factsOf({ traits, target, evidence }: Effect): SeenFact[] {
  const facts = new Map<string, SeenFact>();
  for (const [name, value] of Object.entries(traits)) {
    if (value === "" || (value === false && name !== "trusted")) continue;
    if (typeof value === "string" && (value === target || evidence.note.endsWith(value))) continue;
    const { label, words } = factWords(name, value);
    if (words === "") continue;
    const key = `${label}: ${words}`;
    if (!facts.has(key)) facts.set(key, { label, words: clip(words), code: clip(`${name}: ${value}`) });
  }
  return [...facts.values()];
}

/** The effects of an action, with what the policies see differently in them: trust, mostly. */
export function compareEffects({ draft, published }: Pick<Tried, "draft" | "published">): ComparedEffect[] {
  return draft.effects.map((effect, at) => {
    const twin = published?.effects[at];
    const facts = factsOf(effect);
    const other = twin?.kind === effect.kind && twin.target === effect.target ? factsOf(twin) : [];
    const seen = new Set(facts.map(({ code }) => code));
    return { key: `${at}-${effect.kind}`, effect, facts, publishedFacts: other.filter(({ code }) => !seen.has(code)) };
  });
}
