/** Beginning of the path that hooks post to; nothing else at Gatehouse begins so. */
const PATH = "/hooks/claude";
/** Stands for a character that a range of curl's may produce. */
const ANY = "\u0002";
const MAX_FORMS = 64;
const MAX_DEPTH = 16;
const MAX_WORD = 8_000;

/** Whether a program that speaks HTTP would reach the hook address with this word: as the server reads it, not as it is written. */
export function reachesHooks(word: string): boolean {
  if (word.length <= MAX_WORD) return textReaches(word);
  return partsOf(word).some((part) => (part.length <= MAX_WORD ? textReaches(part) : mayHold(part)));
}

/** No address holds a blank or a quotation mark; the parts of a body may be addresses. */
const partsOf = (text: string): string[] => text.split(/[\s"'`]+/);

function textReaches(text: string): boolean {
  if (text.length < PATH.length) return false;
  const forms = globbed(text);
  if (forms === null) return partsOf(text).some(mayHold);
  return forms.some((form) => holds(normal(form)) || holds(normal(form.replace(/\\(?=\S)/g, ""))));
}

/** Written so that it could be anything: whether the path's characters are there at all, in their order. */
function mayHold(text: string): boolean {
  const plain = decoded(text).toLowerCase();
  let at = -1;
  for (const char of PATH) {
    at = plain.indexOf(char, at + 1);
    if (at === -1) return false;
  }
  return true;
}

/** curl's own globs: `{a,b}` is each of them, `[a-c]` any character (or a number of several). Null where they are too many. */
function globbed(text: string): string[] | null {
  let forms = [text.replace(/\[([^\]\s]{1,20})\]/g, (_, range: string) => (/^(.)-\1$/.test(range) ? range.charAt(0) : ANY))];
  for (let depth = 0; ; depth++) {
    const open = forms.flatMap((form) => {
      const brace = /\{([^{}\s]{1,200})\}/.exec(form);
      if (brace === null) return [form];
      const [all, inside = ""] = brace;
      return inside.split(",").map((one) => form.slice(0, brace.index) + one + form.slice(brace.index + all.length));
    });
    if (open.length === forms.length && open.every((form, i) => form === forms[i])) return forms;
    if (open.length > MAX_FORMS || depth >= MAX_DEPTH) return null;
    forms = open;
  }
} // prettier-ignore

/** Percent codes decoded as often as they are nested. */
function decoded(text: string): string {
  let url = text;
  for (let nested = 0; nested < 3 && /%[0-9a-f]{2}/i.test(url); nested++)
    url = url.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return url;
}

/** Decoded, dot segments and doubled slashes gone, in lower case. */
function normal(text: string): string {
  const kept: string[] = [];
  for (const segment of decoded(text).toLowerCase().replaceAll("\\", "/").split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== "." && (segment !== "" || kept.length === 0)) kept.push(segment);
  }
  return kept.join("/");
}

function holds(url: string): boolean {
  if (url.includes(PATH)) return true;
  if (!url.includes(ANY)) return false;
  return new RegExp(PATH.replace(/./g, (char) => `[${char}${ANY}]`)).test(url);
}
