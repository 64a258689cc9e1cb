/** Where such a clause may begin: not behind "if", "but" or "unless", which make a condition or an objection of it. */
const BEGINS = String.raw`(?<=^|[,;.(–—-]\s{0,3}|\b(?:and|because|since)\s)`;
const ENDS = String.raw`(?!\s{0,3}[,;]?\s{0,3}(?:but|so|unless|if|except|until|wait|though)\b)(?=\s{0,3}(?:[,;.!)–—]|$|and (?:that|this) is (?:fine|ok(?:ay)?)\b))`;
const LOST =
  "(?:local |old |own |last |latest |two |three |few |\\d+ |uncommitted |unstaged |staged )*(?:changes?|edits?|work|branch|files?|commits?|copy|copies|data|worktree|stash)";
const IT = "(?:it|them|that|those|these|this)";
const LATER = "(?: (?:yet|anywhere|any ?more|any longer|at all|now|so far))?";

const DONE = "(?:merged|pushed|published|shared|released|deployed|committed|needed|used|in use)";

const BRANCH = "(?:it|they|that|this|(?:the|that|this) (?:branch|commit|work))";

/**
 * Clauses with a "not" in them that restrict nothing: the user gives up what would be lost, or says how things stand. Each is whole, from
 * comma to comma, so that "I don't need you to push" and "it isn't merged, so don't" stay what they are.
 */
const CONSENTS: readonly RegExp[] = [
  String.raw`i (?:do not|don't|dont) (?:need|want|care about) (?:(?:my|the|those|these|any of (?:my|the)) ${LOST}|${IT})${LATER}`,
  String.raw`${BRANCH} (?:is|are|was|were|has|have)(?:n't| not)(?: been)? ${DONE}${LATER}`,
  String.raw`(?:i|we) (?:have not|haven't|did not|didn't) (?:pushed?|published?|shared?|released?)(?: (?:${IT}|anything))?${LATER}`,
  String.raw`(?:nobody|no one|noone)(?: else)? (?:uses|needs|works on|depends on|is using|is working on|(?:has )?(?:pulled|fetched|cloned|seen)) ${IT}${LATER}`,
  String.raw`i know (?:that )?(?:it|this|that|the (?:pr|pull request|branch|change)) (?:has|had|got) no (?:reviews?|approvals?|reviewers?)${LATER}`,
  String.raw`(?:please )?(?:do not|don't|dont) (?:touch|change|delete|modify|remove|edit) (?:anything|any) (?:else|other \w+)`,
  String.raw`(?:it is|it's|they are|they're|that is|that's) no longer (?:needed|used|in use)`,
].map((clause) => new RegExp(`${BEGINS}${clause}${ENDS}`, "gim")); // prettier-ignore

/** "Force if dirty" */
const FORCED = /\b(?:with )?force,? if (?:(?:it is|it's|they are) )?(?:dirty|needed|necessary|required|in use)\b/gi;

/** The same as a condition that changes nothing, wherever it stands. */
const REGARDLESS = new RegExp(
  String.raw`\beven (?:if|though|when) (?:(?:${BRANCH}(?:'s|'re| is| are| was| were| has| have)(?: not|n't)?(?: been)?|not(?: yet)?) (?:${DONE}|unmerged|unpushed|non-?empty|empty|dirty)|there (?:is|are) (?:still |some |any )?${LOST}(?: (?:in|on|left in) ${IT})?)${LATER}${ENDS}`,
  "gi",
);

/** What trackers call the way something was settled. */
const SETTLED = /\bas ["'`]?(?:not planned|won'?t ?fix|not reproducible|not a bug|no longer relevant)\b["'`]?/gi;

/** The words without such clauses, for asking whether anything in them is denied. */
export const withoutConsents = (text: string): string =>
  CONSENTS.reduce(
    (rest, clause) => rest.replace(clause, " "),
    text.replace(REGARDLESS, " ").replace(FORCED, "with force").replace(SETTLED, " "),
  );
