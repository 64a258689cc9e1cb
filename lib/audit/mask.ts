import { FLAG_AND_SPACE, isSecretName, NAME_AND_SIGN, SECRET_PATTERNS, VALUE } from "./mask-patterns";

/** One stands for one UTF-16 unit: the mask tells a secret's length, and offsets of evidence stay valid. */
export const MASK = "•";

type Range = readonly [start: number, end: number];

/** A reference to a variable or a command is no secret, and it is what a reader of the record wants to see. */
const isReference = (value: string): boolean => /^(?:\$|%\w+%$|\{\{|<\w+>$)/.test(value);

function patternRanges(text: string, ranges: Range[]): void {
  for (const pattern of SECRET_PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const range = match.indices?.groups?.secret;
      if (range && !isReference(text.slice(range[0], range[1]))) ranges.push(range);
    }
}

/** Values under a name that speaks of a secret. */
function namedRanges(text: string, namePattern: RegExp, ranges: Range[]): void {
  namePattern.lastIndex = 0;
  for (let match = namePattern.exec(text); match; match = namePattern.exec(text)) {
    if (!isSecretName(match.groups?.name ?? "")) continue;
    VALUE.lastIndex = namePattern.lastIndex;
    const groups = VALUE.exec(text)?.indices?.groups;
    const range = groups?.quoted ?? groups?.bare;
    if (!range) continue;
    if (!isReference(text.slice(range[0], range[1]))) ranges.push(range);
    namePattern.lastIndex = range[1];
  }
}

const KEY_BEGIN = /-----BEGIN [A-Z \d]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/** The body of a private key, to its end mark or, where that was cut off, to the end of the text. */
function privateKeyRanges(text: string, ranges: Range[]): void {
  if (!text.includes("-----BEGIN ")) return;
  for (const match of text.matchAll(KEY_BEGIN)) {
    const start = match.index + match[0].length;
    const end = text.indexOf("-----END", start);
    ranges.push([start, end < 0 ? text.length : end]);
    if (end < 0) return;
  }
}

function applyRanges(text: string, ranges: Range[]): string {
  if (ranges.length === 0) return text;
  ranges.sort((a, b) => a[0] - b[0]);
  let masked = "";
  let at = 0;
  for (const [start, end] of ranges) {
    if (end <= at) continue;
    masked += text.slice(at, Math.max(at, start)) + MASK.repeat(end - Math.max(at, start));
    at = end;
  }
  return masked + text.slice(at);
}

/** What no secret is written without; most commands have none of it and are done here. */
const HINT =
  /[:=@]|-----BEGIN|--\w|[_-][\w-]{12}|AKIA|ASIA|eyJ|AIza|SG\.|hv[sbr]\.|ya29|ATATT3|bearer|basic|mysql|mariadb|sshpass|redis-cli/i;

/** Masks the secrets in a text and leaves its length as it was. Linear time. */
export function maskText(text: string): string {
  if (!HINT.test(text)) return text;
  const ranges: Range[] = [];
  privateKeyRanges(text, ranges);
  patternRanges(text, ranges);
  namedRanges(text, NAME_AND_SIGN, ranges);
  namedRanges(text, FLAG_AND_SPACE, ranges);
  return applyRanges(text, ranges);
}
