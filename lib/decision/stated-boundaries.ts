import { isSort } from "./boundaries/concerns";
import { idiomsIn, wordsForBounds } from "./boundaries/idioms";
import { type Place, placesIn } from "./boundaries/places";
import { wholeNames } from "./boundaries/whole-names";
import { type Bound, BOUNDS, EVERYTHING, NETWORK } from "./bounds";
import { isNegated, plain, sentencesOf } from "./sentences";
import { matchesOf } from "./matches";

/** One thing that the user said is not to be done; of `objects` and at `places`, or at all where there are none. */
export type Stated = {
  bound: Bound;
  words: string;
  objects: readonly string[];
  places: readonly Place[];
  byHand: boolean;
  outside?: boolean;
};

/** No boundary is stated without one of these; most sentences hold none. */
export const MAY_FORBID =
  /n[^\w\s]t\b|\b(?:(?:do|does|did|ca|wo|is|are|was|were|has|have|had|must|should|could|would|may|might|need|sha)nt|no|not|never|nothing|nobody|cannot|can not|must|stop|without|avoid|refrain|hold off|only|plan|leave|keep|treat|consider|stay|remain|steer|hands|myself|to me|my|me before|offline|off.limits|read.only)\b/i;

/** These tell what is not to be done wherever they stand. */
const PLAIN =
  /\b(?:without|avoid|refrain from|no need to|hold off(?: on)?|i (?:do not|don't|would not|wouldn't) (?:want|like|need)|nothing (?:should|may|must|is to|gets?)|nobody (?:should|may|must))\b/gi;
/** These only where nothing makes somebody else their subject: "the script does not delete files" forbids nothing. */
const COMMANDING = /\b(?:do not|don't|dont|must not|mustn't|should not|shouldn't|never|stop(?!\s+and\b)|not|no)\b/gi;
const OPENING =
  /(?:^|[,;:(–—-]|\b(?:and|but|or|so|please|just|also|then|you|we|still|important|remember|now|yet|ok|okay|to))\s*$/i;
const FORBIDDING = /\b(?:you|we) (?:can't|cannot|can not|may not|are not (?:allowed )?to|aren't (?:allowed )?to)\b/gi;

/** Characters before and behind a negation that are read: no clause is longer, and a message of nothing but negations takes no longer. */
const REACH = 500;

/** What the message forbids. Questions, code, comments and quotations forbid nothing: that is said to somebody else. */
export function boundariesIn(message: string): Stated[] {
  const own = message.replace(/```[\s\S]*?(?:```|$)/g, "\n").replace(/^\s*(?:\/\/|\/\*|\*\/|#|>).*$/gm, "");
  return sentencesOf(own).flatMap((sentence) => {
    if (!MAY_FORBID.test(sentence.text)) return [];
    const text = said(sentence.text);
    if (text === "" || (/^if\b/i.test(text) && /\botherwise\b/i.test(own))) return [];
    const commanding = matchesOf(text, COMMANDING).filter(({ index }) =>
      OPENING.test(text.slice(Math.max(0, index - REACH), index)),
    );
    const found = [...commanding, ...matchesOf(text, PLAIN), ...matchesOf(text, FORBIDDING)];
    const words = text.slice(0, 200);
    const idioms = idiomsIn(text).flatMap(({ bound, about, strict }) => stated(bound, about.split(/\s+/), words, strict));
    const reserved = wordsForBounds(text).flatMap((word) => BOUNDS.filter(({ verb }) => verb.test(word)).flatMap((bound) => stated(bound, [], words)));
    return found.flatMap(({ 0: word, index }) => {
      const end = index + word.length;
      return forbiddenBy(word, text.slice(end, end + REACH), text, words);
    }).concat(idioms, reserved);
  });
} // prettier-ignore

/** Of a question only what is said before it: "Look, don't change: why is it slow?" */
function said(text: string): string {
  if (!/\?\s*$/.test(text)) return text;
  const before = text.slice(0, Math.max(0, text.lastIndexOf(": ")));
  return /\b(?:why|how|what|when|who|should|can|could|do we|did|is it)\b/i.test(before) ? "" : before;
}

/** Only what a message forbids: the words of someone who may not be the user can hold an action back, never let it pass. */
export const restrictionsIn = (message: string): string =>
  [...new Set(boundariesIn(plain(message)).map(({ words }) => (isNegated(words) ? words : `Never, ${words}`)))]
    .filter((words) => boundariesIn(words).length > 0)
    .join("\n");

const CLAUSE_END =
  /[.,;:!?](?:\s|$)|\s(?:[–—-]|until|unless|before|because|since|but|when|while|if|except|instead|after)\s/i;
const FILLER =
  /^(?:ever|even|yet|just|actually|try|trying|attempt|attempting|to|go|going|start|starting|want|you|us|it|dare|any|anything|more|further|other|git|npm|the|a|an|of|be|make|do|run|use|using|add|adding|open|opening|create|creating|new|direct|automatic|accidental|accidentally|manual|additional)$/i;
const JOINS = /^(?:and|or|nor|\/)$/i;

/** "No errors so far" tells something; "no pushes to main, please" does not. */
const TAIL =
  /^(?:please|yet|now|for|at|in|on|to|from|this|until|without|today|here|allowed|access|calls?|requests?|traffic|and|or|nor|of|whatsoever|only|ever|with|via|by|changes?)$/i;

/** Reads on from the negation: "commit or push to main" forbids to commit, and to push to main. */
function forbiddenBy(negation: string, rest: string, text: string, words: string): Stated[] {
  const clause = clauseOf(wholeNames(rest));
  const tool = /^\s*us(?:e|ing)\s+([\w-]+)\s+(?:to|for)\s/i.exec(clause)?.[1];
  const tokens = clause.split(/\s+/).flatMap(verbPair).filter((token) => token !== "");
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
  const behind = tool === undefined ? tokens.slice(at) : [tool];
  if (behind[0] === "package-added") return stated(BOUNDS.find(({ verb }) => verb.test("package-added")) as Bound, [], words);
  if (/^no$/i.test(negation) && behind[0] !== undefined && !TAIL.test(behind[0]) && objectsOf(behind.slice(0, 1)).length > 0) return []; // prettier-ignore
  if (bounds.at(-1)?.name === "touch" && isEverything(negation, tokens[at - 1] ?? "", behind, rest.slice(clause.length), text))
    return [{ bound: EVERYTHING, words, objects: [], places: [], byHand: false }];
  return onlyForce(bounds, clause).flatMap((bound, i, all) => stated(bound, i === all.length - 1 ? behind : [], words));
} // prettier-ignore

/** Two words with a slash between them are a path, unless one of them is a verb: "commit/push". */
const verbPair = (token: string): string[] => {
  const parts = token.split("/");
  return parts.length === 2 && parts.every((part) => BOUNDS.some(({ verb }) => verb.test(part))) ? parts : [token];
};

/** A comma between names goes on: "package.json, tsconfig.json". */
const clauseOf = (rest: string): string => rest.replace(/,\s+(?=(?:and |or )?`?[\w@.-]*[./]\w)/g, " or ").split(CLAUSE_END)[0] ?? ""; // prettier-ignore

const LOOKS = /\b(?:look|read|explain|analy[sz]e|investigate|review|check|tell|show|describe|find out)\b/i;
const WIDE = /^(?:anything|a thing|any (?:files?|code|of it)|(?:a )?single (?:file|line))?(?: (?:yet|for now|here|at all|please|now|in (?:here|this|the) (?:project|repo|repository|code|codebase)))*$/i; // prettier-ignore

/** "Don't change anything yet", "look, don't change"; not "don't change anything but the tests", nor what code is to be like. */
function isEverything(negation: string, verb: string, behind: readonly string[], after: string, text: string): boolean {
  const about = behind.join(" ");
  if (!WIDE.test(about) || /^\s*(?:except|unless|but|instead)\b|\b(?:only|just) (?:the|change|edit|fix|in|add|touch)\b/i.test(after)) return false;
  if (/^no$/i.test(negation)) return false;
  if (/^changes$/i.test(verb)) return WIDE.test(about);
  if (/^nothing/i.test(negation)) return /ed$/i.test(verb);
  if (/^without$/i.test(negation)) return about !== "" && LOOKS.test(text);
  return about === "" ? LOOKS.test(text) : true;
} // prettier-ignore

const NETWORKS = /^(?:network|internet|web)$/;

function stated(bound: Bound, tokens: readonly string[], words: string, strict = false): Stated[] {
  const or = bound.ofThings === true ? tokens.findIndex((token) => JOINS.test(token)) : -1;
  if (or > 0) return [tokens.slice(0, or), tokens.slice(or + 1)].flatMap((part) => stated(bound, part, words, strict));
  const out = tokens.findIndex((token) => /^outside$/i.test(token));
  if (out !== -1) {
    const kept = placesIn(tokens.slice(out), true);
    return kept.length === 0 ? [] : [{ bound, words, objects: [], places: kept, byHand: false, outside: true }];
  }
  const about = bound.ofThings === true ? partless(bound, tokens) : tokens;
  const places = bound.ofThings === true || bound.name === "delete" ? placesIn(about) : [];
  const objects = objectsOf(about, bound).filter((object) => bound.name !== "touch" || !isPlaceWord(object, places));
  if (bound.ofThings === true && objects.length > 0 && objects.every((object) => NETWORKS.test(object)))
    return [{ bound: NETWORK, words, objects: [], places: [], byHand: false }];
  if (bound.needsObject === true && objects.length + places.length === 0) return [];
  if (strict && places.length === 0 && !objects.some(isSort)) return [];
  return [{ bound, words, objects, places, byHand: /\b(?:manually|by hand|directly|yourself)\b/i.test(tokens.join(" ")) }];
} // prettier-ignore

/** A file that is named in a commit message is not touched. */
const isPlaceWord = (object: string, places: readonly Place[]): boolean =>
  places.some((place) =>
    place.kind === "sort" ? /^(?:lock-?files?|locks?|tests?|specs?|migrations?)$/.test(object) : object.includes(place.kind === "name" ? place.name : place.path.replace(/^[~./]+/, "").toLowerCase()),
  ); // prettier-ignore

const PART_OF = /^(?:in|of|from|inside|within|into)$/i;

/** "Don't change the signature in src/a.ts" says something of a part of it, which is not to be seen; "write comments" names no place. */
function partless(bound: Bound, tokens: readonly string[]): readonly string[] {
  if (bound.name !== "touch") return tokens;
  const at = tokens.findIndex((token) => PART_OF.test(token));
  if (at === -1) return tokens;
  const before = tokens.slice(0, at);
  const isPart = objectsOf(before).length > 0 && placesIn(before).length === 0 && !objectsOf(before).some(isSort);
  return isPart ? before : tokens;
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
  though ok okay then here old new existing current pull-requests overwrite edit modify database tables after all -f --force`.split(
    /\s+/,
  ),
);

export const objectsOf = (tokens: readonly string[], bound?: Bound): string[] =>
  tokens
    .map((token) => token.replace(/^[`"'(~./]+|[`"').,:;!]+$/g, "").toLowerCase())
    .filter(
      (token) =>
        token.length > 1 &&
        (isThing(token, bound) || (!GENERAL.has(token) && !BOUNDS.some(({ verb }) => verb.test(token)))),
    );

/** Words for things that say nothing behind "push", but what is meant behind "restart" and "touch". */
const isThing = (token: string, bound: Bound | undefined): boolean =>
  bound?.ofThings === true &&
  (bound.name === "touch"
    ? /^(?:databases?|services?|dependenc(?:y|ies)|deps|packages|network|internet)$/.test(token)
    : isSort(token));
