/** Statements of code, roughly: lines and what stands between semicolons, with brackets kept together. */

type Statement = { start: number; end: number };

const MAX_STATEMENTS = 2_000;
const STRING = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/y;

/** Where the string ends that begins here; null where none does. */
function stringEnd(text: string, at: number): number | null {
  if (!"'\"`".includes(text[at] ?? "x")) return null;
  STRING.lastIndex = at;
  return STRING.test(text) ? STRING.lastIndex - 1 : null;
}

/** What a brace stands behind that opens a block, and no value. */
const BLOCK = /(?:\)|=>|\b(?:else|try|do|finally))\s*$/;

export function statementsOf(text: string): Statement[] {
  const found: Statement[] = [];
  const open: ("block" | "bracket")[] = [];
  let start = 0;
  const end = (at: number) => {
    if (at > start) found.push({ start, end: at });
    start = at + 1;
  };
  for (let at = 0; at < text.length && found.length < MAX_STATEMENTS; at++) {
    const char = text[at] as string;
    const string = stringEnd(text, at);
    if (string !== null) at = string;
    else if (char === "{" && BLOCK.test(text.slice(Math.max(0, at - 10), at))) {
      open.push("block");
      end(at);
    } else if ("([{".includes(char)) open.push("bracket");
    else if (")]}".includes(char)) open.pop();
    else if ((char === "\n" || char === ";") && open.at(-1) !== "bracket") end(at);
  }
  end(text.length);
  return found;
}

const MAX_ARGUMENTS = 8_000;

/** The arguments of a call whose bracket opens here. */
export function argumentsAt(text: string, open: number): string[] {
  const found: string[] = [];
  let [start, depth] = [open + 1, 0];
  const end = Math.min(text.length, open + MAX_ARGUMENTS);
  for (let at = open; at < end; at++) {
    const char = text[at] as string;
    const string = stringEnd(text, at);
    if (string !== null) at = string;
    else if ("([{".includes(char)) depth++;
    else if (")]}".includes(char) && --depth <= 0) return [...found, text.slice(start, at)];
    else if (char === "," && depth === 1) {
      found.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, text.slice(start, end)];
}
