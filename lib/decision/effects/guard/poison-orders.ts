/** Orders to agents that no honest one gives. A table entry is tried where a clause begins, and only for its own verb. */
export type Order = { pattern: RegExp; note: string; /** Only where it is told to every session. */ standing: boolean };

export const GUARDS = String.raw`(?:permission|approval|confirmation|safety|security)[ -](?:prompts?|dialogs?|hooks?|checks?|rules?|requests?|systems?|guards?|modes?)|(?:pre|post)tooluse|permissionrequest|hooks? (?:that|which|if|when)\b|denials?|guard ?rails?|the classifier|the (?:agent|user)'?s? (?:sandbox|rules|boundaries|restrictions)|user'?s? (?:boundaries|restrictions|denials)|permission(?:s| system)?\b`;

export const DELICATE = String.raw`(?:passwords?|secrets?|credentials?|tokens?|(?:api|private|ssh|access)[- ]keys?|id_(?:rsa|ed25519)|\.env\b|\.netrc\b|kubeconfig|environment variables|cookies|transcripts?|conversations?)`;

/** Where everybody reads it who sees the repository or the request. */
const SEEN_BY_OTHERS = String.raw`\b(?:in|to|into)\b.{0,30}\b(?:commits?|messages?|comments?|pull requests?|prs?|issues?|branch names?|logs?|ur[il]s?|responses?|descriptions?)\b`;

/** What a part of a program asks its own users, replaced in its tests. */
const MOCKED = String.raw`(?!.{0,60}\b(?:mock|stub|fak)(?:s|ed|e|ing|bing)?\b)`;

/** What strangers wrote does not give orders: to say so is guidance. */
const STRANGERS = String.raw`(?!.{0,60}\b(?:in|from|inside|within|on)\b.{0,30}\b(?:web|pages?|web ?sites?|(?:tool|search|fetch\w*) (?:results?|outputs?|content)|(?:fetched|external|untrusted|third-party|downloaded) \w+|issues?|comments?|e-?mails?)\b)`;

/** Nothing in particular, so everything. */
const WHATEVER = String.raw`(?:anything|everything|whatever|(?:any|all|every|each)\b(?: \w+)? (?:commands?|actions?|operations?|requests?|tools?|scripts?))`;

type Entry = readonly [verbs: string, rest: string, note: string, standing?: "standing"];

const ENTRIES: readonly Entry[] = [
  ["ignore|disregard|forget|override", String.raw`\b.{0,40}?\b(?:(?:previous|prior|above|earlier|other|system|safety)(?: \w+)? (?:instructions?|prompts?|guidelines?)|(?:previous|prior|earlier|system|safety)(?: (?:safety|security|system|agent|permission|session|project|user))? (?:rules?|polic(?:y|ies)))\b${STRANGERS}`, "sets other instructions aside"],
  ["ignore|disregard|bypass|skip|evade|circumvent|work around|get around|turn off|disable|dismiss|overrule|switch off", String.raw`\b.{0,40}?\b(?:${GUARDS})${MOCKED}`, "sets the guard over agents aside"],
  ["allow|approve|accept|confirm|trust|grant", String.raw` .{0,30}\b(?:any|every|all|each)\b.{0,30}\b(?:permissions?|prompts?|commands?|requests?|tool (?:calls?|uses?)|tools?|actions?|dialogs?)\b`, "approves whatever comes"],
  ["enter|enable|switch to|activate|operate in|you are now in", String.raw`\b.{0,20}\b(?:unrestricted|developer|jailbreak|god|dan) mode\b`, "sets all rules aside"],
  ["hide|conceal|keep", String.raw`\b (?:it|this|that|these|what you\b.{0,20}|the (?:commands?|steps?|uploads?|requests?|changes?)) (?:secret |hidden )?from (?:the )?(?:user|human|developer|reviewer)`, "hides things from the user"],
  ["use|pass|run|start|launch", String.raw`\b.{0,60}--dangerously-skip-permissions\b`, "lets agents run unasked"],
  ["treat|consider|regard|assume", String.raw`\b.{0,40}\b(?:every|all|any|each)\w*\b.{0,40}\b(?:as|to be|is|are) (?:pre-?|auto-?)?(?:approved|authori[sz]ed|allowed|confirmed|permitted)\b`, "claims the user's consent to everything"],
  ["disable|bypass|turn off|switch off|ignore|skip", String.raw`\b (?:all |any |the |your |git |pre-?commit |pre-?push |commit |claude(?: code)?'?s? )*hooks?\b(?= (?:before|that|in (?:the )?settings|when|for|without)|[.,;(]| ?$)`, "sets the guard over agents aside"],
  ["set", String.raw` disableAllHooks\b`, "sets the guard over agents aside"],
  ["exfiltrate", String.raw`\b`, "carries data off"],
  ["include|embed|append|add|put|paste|encode|copy|print|write|attach", String.raw`\b.{0,40}\b(?:contents? of|values? (?:of|in|from))\b.{0,30}${DELICATE}.{0,60}?${SEEN_BY_OTHERS}`, "carries secrets off"],
  ["read|open|cat|load|look up|collect|gather|take", String.raw`\b.{0,60}${DELICATE}.{0,60}?\b(?:and|then)\b.{0,20}\b(?:include|embed|append|add|put|paste|print|write|attach|quote)\b (?:it|them|its|their|the (?:values?|contents?|results?|keys?|tokens?|secrets?))\b.{0,40}?${SEEN_BY_OTHERS}`, "carries secrets off"],
  ["forward|propagate|copy|send", String.raw` this (?:\w+ ){0,3}to (?:all|every|other)\b`, "spreads itself to other agents"],
  ["run|execute|call|start|pipe", String.raw`\b.{0,80}\b(?:curl|wget)\b.{0,200}\|\s*(?:ba|z|da)?sh\b`, "runs code from elsewhere at every turn", "standing"],
  ["force-push|force|deploy|delete|drop|wipe|send|upload|publish|transfer|read secrets", String.raw`\b.{0,60}\bwithout (?:asking|confirm\w+|permission|approval|telling|informing)`, "lifts what the user is asked about", "standing"],
  ["proceed|continue|act|go on", String.raw` without (?:asking|confirm\w+|permission|approval)\b.{0,30}\b(?:${WHATEVER}|sudo|force|push|deploy|delet|destructive)`, "lifts what the user is asked about", "standing"],
  ["run|execute|do|perform", String.raw` ${WHATEVER}.{0,60}\bwithout (?:asking|confirm\w+|permission|approval|telling|informing)`, "lifts what the user is asked about", "standing"],
  ["use|pass|commit|push|run|add|merge", String.raw`\b.{0,60}(?:--no-verify\b|\bpush\b.{0,30}(?:--force(?!-with-lease|-if-includes)\b| -f\b)|\bmerge\b.{0,30}--admin\b)`, "makes skipping checks or overwriting history a habit", "standing"],
]; // prettier-ignore

const BY_VERB = new Map<string, Order[]>();
for (const [verbs, rest, note, standing] of ENTRIES) {
  const pattern = new RegExp(`^(?:${verbs})${rest}`, "i");
  for (const first of new Set(verbs.split("|").map((verb) => verb.split(/[\s-]/)[0] ?? "")))
    BY_VERB.set(first, [...(BY_VERB.get(first) ?? []), { pattern, note, standing: standing !== undefined }]);
}

/** How it is done, before what is done. */
const MANNER = /^(?:(?:always|silently|automatically|quietly|simply|just|also|never fail to) )+/i;

/** What an order in the imperative does that no honest one does. */
export function orderIn(clause: string, standing: boolean): string | null {
  const order = clause.replace(MANNER, "");
  const verb = /^[a-z]+/i.exec(order)?.[0].toLowerCase();
  const known = verb === undefined ? undefined : BY_VERB.get(verb);
  return known?.find((one) => (standing || !one.standing) && one.pattern.test(order))?.note ?? null;
}

const CONSENT = "claims the user's consent to everything";
const CLAIM_HINT = /approv|authori|permi|consent|allow|agree|accept|skipp|bypass|ignored/i;

/** Claims, wherever they stand in a sentence that denies nothing. */
const CLAIMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:user|owner|administrator|admin|developer|human|organi[sz]ation)s? (?:(?:has|have|had|already|permanently|hereby|explicitly|always) ){1,3}(?:pre-?)?(?:approve[sd]?|authori[sz]e[sd]?|consent(?:s|ed) to|agree[sd] to|allow(?:s|ed)?|permit(?:s|ted)?)\b.{0,30}\b(?:all|any(?:thing)?|every(?:thing)?|whatever)\b/i, CONSENT],
  [/\b(?:full|blanket|standing|unlimited|permanent|unconditional) (?:approval|permission|authori[sz]ation|consent)\b(?=.{0,40}\b(?:any|all|every|whatever|you)\w*)/i, CONSENT],
  [new RegExp(String.raw`\byou (?:have|are (?:given|granted)|(?:already )?got) (?:the |my |our |the user'?s )?(?:permission|approval|authori[sz]ation|consent) (?:to (?:run|execute|do|use|call|perform)|for) ${WHATEVER}`, "i"), CONSENT],
  [new RegExp(String.raw`\byou are (?:pre-?)?(?:allowed|authori[sz]ed|permitted|approved) to (?:run|execute|do|use|call|perform) ${WHATEVER}`, "i"), CONSENT],
  [/\bpre-?(?:approved|authori[sz]ed)\b.{0,20}\b(?:all|any|every)\b/i, CONSENT],
  [/\b(?:user|owner|administrator|developer)s? (?:wants?|expects?|prefers?|requires?)\b.{0,20}\b(?:all|every|any)\b.{0,30}\b(?:permissions?|approvals?|prompts?|commands?|requests?)\b.{0,30}\b(?:auto-?)?(?:approved|accepted|allowed|skipped|bypassed|ignored)\b/i, CONSENT],
  [/^permissionMode:\s*["']?(?:bypassPermissions|dontAsk)\b/i, "makes an agent that asks nobody"],
]; // prettier-ignore

export const claimIn = (clause: string): string | null =>
  CLAIM_HINT.test(clause) ? (CLAIMS.find(([claim]) => claim.test(clause))?.[1] ?? null) : null;

const NEGATED = /n't\b|\bnot\b|\bnever\b|\bno longer\b|\bwithout\b/i;
const NOT = String.raw`\b(?:do not|don't|never|must not|should not|without)(?: ever)?`;

/** What nobody leaves to an agent without a word, and whatever it wants. */
const GRAVE = String.raw`\b(?:${WHATEVER}|push\w*|deploy\w*|delet\w+|dropp?\w*|merg\w+|publish\w*|sudo|force\w*|destructive|dangerous|irreversible|production)\b`;

/** What is kept from the user, or no longer asked. */
const HIDES: readonly RegExp[] = [
  /\b(?:security|safety|permission|approval)\b.{0,15}\b(?:polic(?:y|ies)|rules?|restrictions?|checks?|prompts?)?\b.{0,10}\b(?:do(?:es)? not|don't|doesn't|no longer) apply\b/i,
  /\b(?:force[- ]push\w*|deploy\w*|deletions?|drops|production)\b.{0,40}\b(?:never|do not|don't|does not|doesn't|need not|no longer) (?:need|require)s?\b.{0,15}\b(?:confirmation|approval|permission|review)\b(?! (?:by|from|of) (?:the |an? )?(?:agents?|bots?|claude|ai|assistants?)\b)/i,
  new RegExp(String.raw`${NOT} (?:tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|alert(?:ing)?|warn(?:ing)?)(?: (?:the )?(?:user|human|developer|anyone|anybody|them|operator)s?)\b(?: (?:about|of|that))? (?:it|this|these|any of|what you|you (?:did|ran|sent|read|have))\b`, "i"),
  new RegExp(String.raw`${NOT} (?:mention|show|report|reveal|disclose|(?:include|list)(?! the (?:steps?|changes?)))(?:ing)? (?:it|this|these|them|the (?:steps?|commands?|changes?|uploads?|requests?|instructions?))\b.{0,20}?(?:\bto (?:the )?(?:user|human|developer|anyone)|\bin (?:the |your |any )?(?:\w+ )?(?:summar\w+|reports?|answers?|repl(?:y|ies)|responses?|transcript))(?!.{0,20}\bunless (?:they|it|one|any) (?:fail|break|chang|differ)\w*)`, "i"),
  new RegExp(String.raw`(?:^|[,;:] |\b(?:agents?|claude|you) (?:should |must )?)(?:never|do not|don't) ask (?:(?:for (?:confirmation|permission|approval|consent))(?:[.!]?$|.{0,40}?${GRAVE})|before (?:running |executing |doing |using )?${GRAVE})`, "i"),
  new RegExp(String.raw`\byou (?:do not|don't|never|no longer) need (?:any |to ask for |my |our |the user'?s )*(?:permission|approval|confirmation|consent)\b.{0,40}?${GRAVE}`, "i"),
  new RegExp(String.raw`${NOT} (?:ask|consult|wait for)(?:ing)? (?:the )?(?:user|human|developer|anyone|anybody)s?\b.{0,20}\b(?:before|approv\w+|permission|consent)\b.{0,30}\b(?:push\w*|deploy\w*|delet\w+|merg\w+|send\w*|publish\w*|drop\w*|any\w*|all|every\w*)\b`, "i"),
]; // prettier-ignore

export const hidesIn = (sentence: string): boolean =>
  NEGATED.test(sentence) && HIDES.some((pattern) => pattern.test(sentence));
