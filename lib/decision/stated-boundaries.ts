import { type Bound, BOUNDS } from "./bounds";
import { isNegated, plain, sentencesOf } from "./sentences";

/** One thing that the user said is not to be done; of `objects`, or at all where there are none. */
export type Stated = { bound: Bound; words: string; objects: readonly string[] };

/** These tell what is not to be done wherever they stand. */
const PLAIN =
  /\b(?:without|avoid|refrain from|no need to|hold off(?: on)?|i (?:do not|don't|would not|wouldn't) (?:want|like|need)|nothing (?:should|may|must|is to|gets?)|nobody (?:should|may|must))\b/gi;
/** These only where nothing makes somebody else their subject: "the script does not delete files" forbids nothing. */
const COMMANDING = /\b(?:do not|don't|dont|must not|mustn't|should not|shouldn't|never|stop|not|no)\b/gi;
const OPENING =
  /(?:^|[,;:(–—-]|\b(?:and|but|or|so|please|just|also|then|you|we|still|important|remember|now|yet|ok|okay|to))\s*$/i;
const FORBIDDING = /\b(?:you|we) (?:can't|cannot|can not|may not|are not (?:allowed )?to|aren't (?:allowed )?to)\b/gi;

/** Characters before and behind a negation that are read: no clause is longer, and a message of nothing but negations takes no longer. */
const REACH = 500;

/** What the message forbids. Questions, code, comments and quotations forbid nothing: that is said to somebody else. */
export function boundariesIn(message: string): Stated[] {
  const own = message.replace(/```[\s\S]*?(?:```|$)/g, "\n").replace(/^\s*(?:\/\/|\/\*|\*\/|#|>).*$/gm, "");
  return sentencesOf(own).flatMap(({ text }) => {
    if (/\?\s*$/.test(text)) return [];
    const commanding = [...text.matchAll(COMMANDING)].filter(({ index }) =>
      OPENING.test(text.slice(Math.max(0, index - REACH), index)),
    );
    const found = [...commanding, ...text.matchAll(PLAIN), ...text.matchAll(FORBIDDING)];
    return found.flatMap(({ 0: word, index }) => {
      const end = index + word.length;
      return forbiddenBy(text.slice(end, end + REACH), text.slice(0, 200));
    });
  });
}

/** Only what a message forbids: the words of someone who may not be the user can hold an action back, never let it pass. */
export const restrictionsIn = (message: string): string =>
  [...new Set(boundariesIn(plain(message)).map(({ words }) => words))].filter(isNegated).join("\n");

const CLAUSE_END =
  /[.,;:!?](?:\s|$)|\s(?:[–—-]|until|unless|before|because|since|but|when|while|if|except|instead|after)\s/i;
const FILLER =
  /^(?:ever|even|yet|just|actually|try|trying|attempt|attempting|to|go|going|start|starting|want|you|us|it|dare|any|anything|more|further|other|git|npm|the|of|be|make|do|run|use|using|new|direct|automatic|accidental|accidentally|manual|additional)$/i;
const JOINS = /^(?:and|or|nor|\/)$/i;

/** Reads on from the negation: "commit or push to main" forbids to commit, and to push to main. */
function forbiddenBy(rest: string, words: string): Stated[] {
  const clause = rest.split(CLAUSE_END)[0] ?? "";
  const tokens = clause.split(/\s+|(?<=\w)\/(?=\w+(?:\s|$))/).filter((token) => token !== "");
  const bounds: Bound[] = [];
  let joined = true;
  let at = 0;
  for (; at < tokens.length; at++) {
    const token = (tokens[at] as string).replace(/^[`"'(]+|[`"')]+$/g, "");
    const named: Bound | undefined = joined ? BOUNDS.find((bound) => bound.verb.test(token)) : undefined;
    if (named !== undefined) bounds.push(named);
    else if (!JOINS.test(token) && (bounds.length > 0 || !FILLER.test(token))) break;
    joined = named === undefined;
  }
  const objects = objectsOf(tokens.slice(at));
  return onlyForce(bounds, clause).flatMap((bound, i, all) => {
    const own = i === all.length - 1 ? objects : [];
    return bound.needsObject === true && own.length === 0 ? [] : [{ bound, words, objects: own }];
  });
}

/** "Don't push with force" forbids the force, not the push. */
function onlyForce(bounds: readonly Bound[], clause: string): readonly Bound[] {
  const force = BOUNDS.find(({ name }) => name === "force-push");
  const isForce = /(?:^|\s)(?:force|forcibly|--force\S*|-f)(?:\s|$)/i.test(clause);
  return isForce && force !== undefined ? bounds.map((bound) => (bound.name === "push" ? force : bound)) : bounds;
}

/** Words that name nothing in particular: "don't push anything to the remote yet" is "don't push". */
const GENERAL = new Set(
  `a an the any anything everything anyone anywhere all it its this that these those them there to my our your on in of from for with
  at into onto please just ever even again yet now still directly code change changes stuff thing things work file files folder folders
  directory directories data commit commits push pushes branch branches remote remotes origin upstream github gitlab up app application
  service site project repo repository new package packages dependency dependencies deps library libraries module modules out off back
  away and or nor me us myself yourself by today tonight we will do is pull request requests pr prs migration migrations email emails
  message messages release releases version versions manually automatically so far force forced git run use be made done first either
  though ok okay then here overwrite edit modify database tables after all -f --force`.split(/\s+/),
);

export const objectsOf = (tokens: readonly string[]): string[] =>
  tokens
    .map((token) => token.replace(/^[`"'(~./]+|[`"').,:;!]+$/g, "").toLowerCase())
    .filter((token) => token.length > 1 && !GENERAL.has(token) && !BOUNDS.some((bound) => bound.verb.test(token)));
