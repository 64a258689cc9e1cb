const BEFORE = 180;

/** Talk about such texts: documentation, a test that holds one, a pattern that finds one. */
const ABOUT =
  /prompt[- ]?injection|jailbreak|red[- ]?team|injection (?:attack|attempt|pattern|payload|example|detect|probe)|adversarial (?:prompt|text|input|example)|\b(?:phrases?|text|strings?|words?|wording|payloads?|messages?|inputs?) (?:like|such as|that say|saying|containing|contain)|\.(?:test|spec)\.\w{1,4}:\d+:|\btest_\w{1,40}\.py:\d+:|\bRegExp\(|re\.compile|\b(?:attackers?|malicious page|adversary) (?:can|could|may|might|writes?|plants?|says?|embeds?)/i;

/** The same, where it stands close by. */
const EXAMPLE =
  /\be\.g\.|\bfor (?:example|instance)\b|\bsuch as\b|\bexpect\(|\bassert|\b(?:it|test|describe)(?:\.each)?\(/i;
const NEAR = 60;

/** What goes right in front of a quotation: who says a thing, or what kind of thing is said. */
const SAYING =
  /(?:\b(?:says?|said|saying|writes?|wrote|writing|written|reads?|contains?|containing|ends? with|ended with|begins? with|with|like|quotes?|called|typical|form is|is|asks?|asked|told|finds?|found|detects?|flags?|catches|matches|blocks?|means|echo|replied|injected|planted|put|placed|try|tried|sent|mention it)\b(?:\s?[:=]|,)?|\b(?:comment|phrase|line|sentence|footer|title|text|instruction|payload|prompt|string|page|file|order|worked better than))\s{0,2}$/i;
/** A constant of a program, the same over several lines, or a record of a conversation. */
const CONSTANT = /\b[A-Z][A-Z_]{3,}\b(?:\s?:\s?[\w&<>[\] ']{1,24})?\s?=\s?\w{0,2}\s{0,2}["'`]{1,3}[^"'`]{0,180}$/;
const HELD =
  /(?:\b[A-Z][A-Z_]{3,}\b(?:\s?:\s?[\w&<>[\] ']{1,24})?\s?=\s?\w{0,2}|"role"\s?:\s?"\w{1,12}",\s?"content"\s?:)\s{0,2}$/;
const QUOTE = /["'“„«`‘]/;
/** A line that a test runner or a search in tests printed. */
const TEST_LINE =
  /^[ \t+-]{0,6}(?:\d{1,6}[→\t:][ \t]*)?(?:[✓✔×✗✘√●○]|(?:PASS|FAIL|ok|not ok)\b|[^\s:]{0,120}(?:\.(?:test|spec)\.\w{1,4}|test_\w{1,40}\.py|conftest\.py)[ :])/;

/** A row of a report on tests. */
const JUDGED = /[│|]\s{0,20}\[?(?:PASS|FAIL)(?:ED)?\]?\s{0,20}[│|]/;

const SUBJECTS = /prompt[- ]?injection|injections?\b|jailbreak|red[- ]?team|exfiltrat|threat model|attackers?\b|adversar|guardrail|payloads?\b|malicious|phishing|hid(?:e|den) (?:text|instructions?|unicode|comments?|orders?)|backdoor|zero-width|promptfoo|owasp|untrusted/gi; // prettier-ignore
const ENOUGH_SUBJECTS = 2;

type Talk = { isTestMaterial: boolean; isAboutAttacks: () => boolean };

/** Whether a text as a whole treats of attacks on agents. Words of it alone excuse nothing; quotations in it weigh less. */
export function isAboutAttacks(text: string): boolean {
  SUBJECTS.lastIndex = 0;
  const seen = new Set<string>();
  let count = 0;
  for (let match = SUBJECTS.exec(text); match !== null && count < 50; match = SUBJECTS.exec(text)) {
    seen.add(match[0].slice(0, 6).toLowerCase());
    if (++count >= ENOUGH_SUBJECTS && seen.size >= 2) return true;
  }
  return false;
}

/**
 * Whether a passage is talked about rather than said: weighed less then, not to nothing, since an attacker can write the same around
 * his own. What stands in quotation marks besides is one example of several, which do not add up.
 */
export function mentionAt(text: string, offset: number, talk: Talk): "said" | "mentioned" | "quoted" {
  let from = offset;
  while (from < offset + 8 && /[\s"'“`([{<|>#*!-]/.test(text.charAt(from))) from++;
  const before = sameParagraph(text.slice(Math.max(0, from - BEFORE), from));
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (
    TEST_LINE.test(line) ||
    CONSTANT.test(text.slice(Math.max(0, from - BEFORE), from)) ||
    JUDGED.test(text.slice(from, from + BEFORE).split("\n", 1)[0] ?? "")
  )
    return "quoted";
  const isAbout = talk.isTestMaterial || ABOUT.test(before) || EXAMPLE.test(before.slice(-NEAR));
  const opening = openingQuote(line);
  if (opening < 0) return isAbout ? "mentioned" : "said";
  const lead = line.slice(0, opening);
  const isQuoted =
    isAbout ||
    HELD.test(lead) ||
    (SAYING.test(lead) && (!/[:=]\s{0,2}$/.test(lead) || IN_SENTENCE.test(lead))) ||
    talk.isAboutAttacks();
  return isQuoted ? "quoted" : "said";
}

/** Of two words or more, and no key of a record. */
const IN_SENTENCE = /[A-Za-z]{2,}[ ,]+[^\s"']+[:,]?\s{0,2}$/;

/** The quotation mark that is still open at a line's end, shortly before it. */
function openingQuote(line: string): number {
  for (let at = line.length - 1; at >= 0 && line.length - at <= 60; at--) {
    const mark = line.charAt(at);
    if (!QUOTE.test(mark)) continue;
    if (mark === "'" && /\w/.test(line.charAt(at - 1))) continue;
    return line.charAt(at - 1) === "\\" ? at - 1 : at;
  }
  return -1;
}

function sameParagraph(before: string): string {
  const breaks = BREAKS.map((mark) => (before.includes(mark) ? before.lastIndexOf(mark) + mark.length : 0));
  return before.slice(Math.max(...breaks, 0));
}
const BREAKS = ["\n\n", "\\n\\n", "\r\n\r\n"];
