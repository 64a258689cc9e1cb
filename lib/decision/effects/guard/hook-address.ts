/** Beginning of the path that hooks post to; nothing else at Gatehouse begins so. */
const PATH = "/hooks/claude";
/** Stands for a character that a range of curl's may produce. */
const ANY = "\u0002";
const MAX_FORMS = 64;

/** Whether a program that speaks HTTP would reach the hook address with this word: as the server reads it, not as it is written. */
export function reachesHooks(word: string): boolean {
  const text = word.slice(0, 8_000);
  return globbed(text).some((form) => holds(normal(form)) || holds(normal(form.replace(/\\(?=\S)/g, ""))));
}

/** curl's own globs: `{a,b}` is each of them, `[a-c]` any character (or a number of several). */
function globbed(text: string): string[] {
  let forms = [text.replace(/\[([^\]\s]{1,20})\]/g, (_, range: string) => (/^(.)-\1$/.test(range) ? range.charAt(0) : ANY))];
  for (let depth = 0; depth < 8 && forms.length < MAX_FORMS; depth++) {
    const open = forms.flatMap((form) => {
      const brace = /\{([^{}\s]{1,200})\}/.exec(form);
      if (brace === null) return [form];
      const [all, inside = ""] = brace;
      return inside.split(",").map((one) => form.slice(0, brace.index) + one + form.slice(brace.index + all.length));
    });
    if (open.length === forms.length && open.every((form, i) => form === forms[i])) break;
    forms = open.slice(0, MAX_FORMS);
  }
  return forms;
} // prettier-ignore

/** Percent codes decoded as often as they are nested, dot segments and doubled slashes gone, in lower case. */
function normal(text: string): string {
  let url = text;
  for (let nested = 0; nested < 3 && /%[0-9a-f]{2}/i.test(url); nested++) {
    url = url.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  url = url
    .toLowerCase()
    .replaceAll("\\", "/")
    .replace(/(?:\/\.?(?=\/))+/g, "");
  for (let before = ""; before !== url;) {
    before = url;
    url = url.replace(/\/(?!\.\.\/)[^/\s]+\/\.\.(?=\/)/, "");
  }
  return url;
}

function holds(url: string): boolean {
  if (url.includes(PATH)) return true;
  if (!url.includes(ANY)) return false;
  return new RegExp(PATH.replace(/./g, (char) => `[${char}${ANY}]`)).test(url);
}
