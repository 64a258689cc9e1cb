import type { Tried, TriedUnder } from "@/lib/change/try-schemas";

const VERDICTS = { allow: "allowed", block: "blocked", ask: "asked about", none: "left to Claude Code" } as const;

const verdictOf = ({ judgement }: TriedUnder) => VERDICTS[judgement.verdict];

/** The answer in a sentence, for those who hear it. */
export function verdictSentence({ draft, published, draftHasChanges }: Tried): string {
  if (published === null) return `Under the draft it would be ${verdictOf(draft)}. Nothing is published yet.`;
  const name = `revision ${published.revision}`;
  if (!draftHasChanges) return `Under ${name} it would be ${verdictOf(published)}.`;
  if (verdictOf(draft) === verdictOf(published))
    return `Under the draft and under ${name} it would be ${verdictOf(draft)}.`;
  return `Under the draft it would be ${verdictOf(draft)}, under ${name} ${verdictOf(published)}.`;
}

export const ANSWER_WORDS: Record<TriedUnder["answer"], string> = {
  allow: "allow",
  deny: "deny",
  ask: "ask the developer",
  none: "nothing: Claude Code decides by itself",
};

type Match = TriedUnder["matches"][number];

/** What became of a rule that matched. */
export function fateOf({ rule, clearedBy }: Match, { judgement, ifOn }: TriedUnder): string {
  const made = ifOn ?? judgement;
  if (made.rule === rule) return ifOn ? "would decide" : "decided";
  if (clearedBy !== null && made.tier === "embedded") return `cleared by the user's words: “${clearedBy}”`;
  if (made.tier === "permission-rules") return "a permission rule of the organization came first";
  if (made.tier === "safe-tool" || made.tier === "project-edit") return "not asked: an earlier tier let it pass";
  return "matches, too";
}
