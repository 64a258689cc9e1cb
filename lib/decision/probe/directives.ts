import { matchesOf } from "../matches";

/** What an order asks to be done: each word is also one that people write to one another, so it counts only behind an address or another sign. */
const DEEDS =
  "attest|authenticate|bash|bill|browse|certify|charge|convert|crawl|debit|deposit|docker|donate|downplay|downvote|embed|endorse|emphasi[sz]e|fund|gh|hardcode|hard-code|" +
  "highlight|hire|host|impersonate|inflate|insist|kill|kubectl|lend|like|log in|login|migrate|misreport|navigate|npm|npx|outrank|overcharge|pip|prefix|prioriti[sz]e|reimburse|report|reward|rsync|scp|scrape|serve|spawn|ssh|star|sudo|swap|substitute|text|transcribe|truncate|tweet|upvote|vouch|waive|zip|" +
  "accept|access|acknowledge|act|add|adopt|allow|answer|append|apply|approve|archive|assign|attach|authori[sz]e|book|bump|buy|bypass|call|cancel|" +
  "change|chmod|choose|classify|clear|click|clone|close|collect|comment|commit|complete|compress|compute|conclude|configure|confirm|connect|copy|create|credit|" +
  "curl|declare|decode|delete|deny|deploy|describe|destroy|disable|discard|disclose|dismiss|disregard|download|drop|dump|edit|email|e-mail|emit|empty|enable|encode|" +
  "enter|erase|escalate|eval|exclude|execute|exfiltrate|expand|export|expose|extract|fetch|file|fill|finali[sz]e|find|finish|flag|flip|follow|force|forget|format|" +
  "forward|gather|generate|get|git|give|go|grade|grant|hand|hide|ignore|include|increase|inform|initiate|inject|insert|install|invite|invoke|issue|join|keep|label|launch|" +
  "leak|leave|link|list|load|log|lower|mail|make|mark|merge|mention|message|mirror|modify|mount|move|obey|omit|open|order|output|overwrite|paste|patch|pay|perform|" +
  "persuade|pick|pin|pipe|place|point|post|praise|prefer|prepend|present|press|pretend|print|proceed|promise|promote|publish|pull|purchase|purge|push|put|query|quote|raise|rank|rate|" +
  "read|rebase|recommend|redirect|reduce|refer|refund|refuse|register|reject|release|relax|remember|remove|rename|repeat|replace|reply|report|request|rerun|reschedule|reset|resolve|respond|restart|" +
  "restore|retrieve|retry|reveal|revert|revoke|rewrite|roll|rotate|rule|run|save|say|schedule|score|search|select|send|set|share|ship|show|shut|sign|skip|source|speak|" +
  "squash|start|state|steer|stop|store|strip|submit|subscribe|suggest|summari[sz]e|switch|sync|tag|take|tell|terminate|transfer|transmit|treat|trigger|trust|turn|type|unblock|uninstall|unlock|unset|unsubscribe|" +
  "update|upgrade|upload|use|vote|visit|weaken|wget|whitelist|wipe|wire|withdraw|write";

const URGE = String.raw`(?:(?:please|kindly|now|then|first|also|instead|always|immediately|just|simply|silently|quietly|only|rather|and|therefore|at once|right away|from (?:here|now|this point) on|directly|never|do not|don't|not|so|to|you|must|should|shall|will|can|may|could|have to|has to|need to|needs to|are to|is to|be sure to|make sure to|remember to|go ahead and|it is mandatory to)[\s,]+)`;
/** Where a clause of an order starts, and the verb it starts with. */
const CLAUSE = new RegExp(
  String.raw`(?:^[\s"'“„*_\x60\])}>|=~-]{0,6}|[.!?;:,)\]}>"'“„*–—](?:\s|\\n|[#>*/|"'“„{\x60-]){0,8}|\n(?:[ \t]|\d{1,6}[→\t]|[#>*/|-]){0,12}|\\n[\s>*-]{0,4}|[ \t]-{1,2}[ \t]|\d[.)]\s|\b(?:must|should|shall|has to|have to|needs? to|(?:required|asked|requested|instructed|expected|obliged|mandated|kind as|kind enough|order|bound|free|supposed)\b[^.\n]{0,24}? to|(?:would|could|can|will) you|you to|please|kindly|and|then|instead|agents? (?:shall|may))\s+)${URGE}{0,4}(?:it )?\x60?(${DEEDS})\b(?! (?:approved|requested|completed|issued|denied|failed|succeeded|finished|started|received|sent|required|is|was|are|were|has|have)\b)(?! (?:type|const|function|default|declare|async|class|interface|enum|abstract|namespace|source)\b)(?!\s*[:=(/]|-\w|[.,;]|'s)(?=\s+["'“\x60(\[{*~\w./@-])`,
  "gi",
);
/** A command by itself is an order where somebody is addressed. */
const COMMAND = /`(?!\s)[^`\n]{2,160}\s[^`\n]{1,160}`/;

const WORDS_OF_RISK = String.raw`credentials?|secrets?|passwords?|passwd|api[ _-]?keys?|[\w]*_token|access tokens?|tokens?|private keys?|ssh|authorized_keys|environment variables?|os\.environ|printenv|security codes?|force[- ]push|gist|sudo|root|admin\w*|owners?|maintainers? rights|privileges?|permissions?|crontab|autostart|firewall|ufw|port \d+|telemetry|production|prod|customers?|confidential|internal|contracts?|invoices?|bank\w*|iban|payments?|deposit|passport|refund|system logs?|external|intercept|backdoor|malware|reverse shell|certificate|verif\w+|sanitizers?|hooks?|without (?:asking|review\w*|confirm\w*|reading|telling|human)|review(?:s|ers?|ed)?\b|lock file|backups?|snapshots?|the user(?:'s)?|your (?:summary|answer|reply|response|review|report|hidden|system|instructions|comment)|the (?:summary|answer|reply|response)|curl|wget|nc|eval|npx|(?:EUR|USD|GBP|€|\$) ?\d|\d [€$]|\d (?:EUR|USD|GBP|euros|dollars)`;
const ACTS_OF_RISK = String.raw`delete|erase|wipe|destroy|drop|purge|remove|disable|bypass\w*|exfiltrate|upload|transmit|forward|leak|disclose|expose|share|e-?mail|publish|invite|grant|approve|merge|accept|pay|buy|order|purchase|transfer|wire|subscribe|install|upgrade|execute|eval|push (?:it |them |this |that |everything )?(?:straight|directly|to|and|-)|force|deploy|roll(?: \w+)? back|close|tell|declare|recommend|rate|rank|report|hide|ignore|disregard|forget|conclude|turn off|switch off|whitelist|reveal|dump|terminate|sign|promise|replace every|overwrite|raise|lower`;
const SIGNS_OF_RISK = String.raw`https?:\/\/|[\w.+-]{1,64}@[\w-]{1,63}\.\w|(?<![\w/])~\/|\.env\b|\.aws\b|\.netrc\b|\.npmrc|\.bashrc|\.zshrc|\.git\/|\.github\/workflows|settings\.json|\/etc\/|--(?:force|no-verify|yes|admin|auto-approve|insecure|dangerously)|-auto-approve|rm -rf|strict[-"]|sslVerify|trusted-host|bypassPermissions|GRANT ALL|DROP TABLE|UPDATE \w+ SET|["']\*["']|\(\*\)|LGTM`;
const RISKY = new RegExp(String.raw`${SIGNS_OF_RISK}|\b(?:${WORDS_OF_RISK}|${ACTS_OF_RISK})\b`, "i");

/** What a project may well ask of the agents that work on it. */
const HARMLESS =
  /^(?:(?:please|always|also|first|you|must|should|not|do|never|don't)\s+)*(?:stop before|ask (?:a|the|your)|say (?:so|that)|run (?:the |all )?(?:tests?|linter|lint|formatter)\b|run `(?:npm|pnpm|yarn|cargo|go|make|just|pytest|uv run|npx) (?:run )?(?:test|lint|check|fmt|format|typecheck|vitest|prettier|oxlint|eslint|tsc|pytest|ruff|build)[\w: .-]{0,30}`|(?:read|see|follow (?:the|these|our)|use|respect|keep|open a draft|send a `?User-Agent))(?!\w)/i;

const SIGN = new RegExp(SIGNS_OF_RISK, "i");
/** An address, a path of the machine, a switch that turns a check off: not a matter of words alone. */
export const hasSignOfRisk = (text: string): boolean => SIGN.test(text);

/** Far enough for a pretext of two sentences in front of the order. */
const SPAN = 340;
const ORDER_SPAN = 220;

type Directive = { start: number; end: number; isRisky: boolean; isHarmless: boolean };

/** The gravest order among the clauses behind an offset, up to an empty line. */
export function directiveIn(text: string, offset: number, length = SPAN): Directive | null {
  const slice = text.slice(offset, offset + length + ORDER_SPAN);
  const blank =
    /\n[ \t]*(?:\d{1,6}→)?[ \t]*\n|(?<!\\)"\s?(?:,\s{0,4}["{[]|:\s?["{[]|[}\]])/.exec(slice)?.index ?? slice.length;
  const piece = slice.slice(0, blank);
  let best: Directive | null = null;
  for (const match of matchesOf(piece, CLAUSE)) {
    if (match.index > length) break;
    const verb = match.index + match[0].length - (match[1] ?? "").length;
    const words = piece.slice(verb, verb + ORDER_SPAN);
    const isRisky = RISKY.test(words);
    const isHarmless = !isRisky && HARMLESS.test(words);
    const one = { start: offset + verb, end: offset + verb + words.length, isRisky, isHarmless };
    if (isRisky) return one;
    if (best === null || (best.isHarmless && !isHarmless)) best = one;
  }
  const command = best === null ? COMMAND.exec(piece.slice(0, length)) : null;
  if (command === null) return best;
  const start = offset + command.index;
  return { start, end: start + command[0].length, isRisky: RISKY.test(command[0]), isHarmless: false };
}
