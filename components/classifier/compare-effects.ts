import type { Tried, TriedUnder } from "@/lib/change/try-schemas";

type Effect = TriedUnder["effects"][number];
type Trait = { name: string; words: string };
export type ComparedEffect = {
  key: string;
  effect: Effect;
  traits: Trait[];
  /** Of these, the ones that the published policy sees otherwise. */
  publishedTraits: Trait[];
};

const TEXT_MAX = 80;

/** Facts in words; what is simply not so is left out, but for trust, which is what policies differ in. */
const traitsOf = ({ traits }: Effect): Trait[] =>
  Object.entries(traits).flatMap(([name, value]) => {
    if (value === "" || (value === false && name !== "trusted")) return [];
    const text = typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
    return [{ name, words: text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text }];
  });

/** The effects of an action, with what the policies see differently in them: trust, mostly. */
export function compareEffects({ draft, published }: Pick<Tried, "draft" | "published">): ComparedEffect[] {
  return draft.effects.map((effect, at) => {
    const twin = published?.effects[at];
    const traits = traitsOf(effect);
    const other = twin?.kind === effect.kind && twin.target === effect.target ? traitsOf(twin) : [];
    const isSame = (trait: Trait) => traits.some(({ name, words }) => name === trait.name && words === trait.words);
    return { key: `${at}-${effect.kind}`, effect, traits, publishedTraits: other.filter((trait) => !isSame(trait)) };
  });
}
