import { parse } from "unbash";
import { DIALECTS } from "../../shell/dialects";
import { literal } from "../../shell/word";
import { quoted as asWord } from "../code/code-text";
import { matchesOf } from "../../matches";

/** A command line that a file holds, and where its text stands. */
export type Passage = { command: string; start: number; end: number };

export type Reader = (text: string) => Passage[];

/** Longer than this a line is not put together. */
const MAX_LINE = 4_000;

/** Lines, those that a backslash continues put together, with where they stand. */
function linesOf(text: string): Passage[] {
  const found: Passage[] = [];
  let at = 0;
  let open: Passage | null = null;
  for (const line of text.split("\n")) {
    const end = at + line.length;
    const isOpen = line.endsWith("\\");
    const part = isOpen ? line.slice(0, -1) : line;
    const whole: Passage = open === null ? { command: part, start: at, end } : { command: `${open.command} ${part}`, start: open.start, end }; // prettier-ignore
    open = isOpen && whole.command.length <= MAX_LINE ? whole : null;
    if (open === null && whole.command.trim() !== "") found.push(whole);
    at = end + 1;
  }
  return open === null ? found : [...found, open];
}

const eachLine =
  (command: (line: string) => string | null): Reader =>
  (text) =>
    linesOf(text).flatMap((line) => {
      const found = command(line.command);
      return found === null ? [] : [{ ...line, command: found }];
    });

/** A script as a whole, as its lines know each other's names; the part of one that is no script by itself, line by line. */
export const script: Reader = (text) =>
  parse(text).errors === undefined
    ? [{ command: text, start: 0, end: text.length }]
    : linesOf(text).filter(({ command }) => !command.trim().startsWith("#"));

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1,?$/, "$2");

/** `run: x`, `- x`, `ExecStart=x`, `0 * * * * x`, recipes behind blanks: what stands behind the mark. */
export const lines = eachLine((line) => {
  const text = line.trim();
  if (/^(?:#|\/\/)/.test(text)) return null;
  const command = text
    .replace(/^(?:- +)?(?:[\w.-]+ *[:=] +|[A-Z][A-Za-z]+=(?=\S))?(?:- +)?[@!]*/, "")
    .replace(/^(?:@\w+ +|(?:[\d*,/-]+[ \t]+){5}(?:root[ \t]+)?)/, "");
  return unquoted(command.replace(/\{\{[^{}]*\}\}/g, "value"));
});

/** A recipe's lines and `NAME != command`; of a part of a makefile also those whose tab was left out. */
export const recipes: Reader = (text) =>
  linesOf(text).flatMap((line) => {
    const shell = /^[\w.-]+[ \t]*!=[ \t]*(\S.*)$/.exec(line.command)?.[1];
    if (shell !== undefined) return [{ ...line, command: shell.replaceAll("$$", "$") }];
    const recipe = line.command.replace(/\$[({]HOME[)}]/g, "$$$$HOME").replace(/^(?: {2,}|(?=[@-]))/, "\t");
    return DIALECTS.makefile(literal(recipe, line)).map(({ value }) => ({ ...line, command: value }));
  });

/** What is at no name, unlike what is on an inner network. */
const ADDED =
  /^ADD[ \t]+(?!.*--checksum)(?:--\S+[ \t]+)*(https?:\/\/(?!(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.)\d+(?:\.\d+){3}[:/]\S*)/i;

/** What an image's build runs, and what its containers do. What it adds from a bare address is there to be run. */
const instructions = eachLine((line) => {
  const text = line.trim();
  const added = ADDED.exec(text)?.[1];
  if (added !== undefined) return `curl ${added} | sh`;
  const run = /^(?:ONBUILD )?(?:RUN|CMD|ENTRYPOINT)[ \t]+(.+)$/i.exec(text)?.[1];
  const set = /^(?:ENV|ARG)[ \t]+(\w+)(?:=|[ \t]+)(\S.*)$/i.exec(text);
  if (set !== null) return `export ${set[1]}=${set[2]}`;
  if (run === undefined) return /^(?:&&|\|\||;)/.test(text) ? text.replace(/^(?:&&|\|\||;)\s*/, "") : null;
  const command = run.replace(/^(?:--\w+=\S+[ \t]+)+/, "");
  return command.startsWith("[") ? (quoted(command).at(-1)?.command ?? null) : command;
});

const HERE_DOCUMENT = /^[ \t]*(?:ONBUILD[ \t]+)?RUN\b.*<<-?[ \t]*["']?(\w+)["']?/i;

/** The same, with the lines of `RUN <<EOF`. */
export const builds: Reader = (text) => {
  let mark: string | undefined;
  const inside = linesOf(text).filter(({ command }) => {
    if (mark === undefined) mark = HERE_DOCUMENT.exec(command)?.[1];
    else if (command.trim() === mark) mark = undefined;
    else return true;
    return false;
  });
  return [...instructions(text), ...inside];
};

/** One word by itself fetches and deletes nothing. */
export const isCommand = (text: string): boolean => /[\s$`|;&<]/.test(text);

const CLOSES: Readonly<Record<string, RegExp>> = {
  '"': /((?:[^"\\\n]|\\.)*)"/y,
  "'": /((?:[^'\\\n]|\\.)*)'/y,
};

/** What stands between quotes; `<!(…)` is how one build system says that it is to be run. */
export const quoted: Reader = (text) => {
  const found: Passage[] = [];
  // Where one quotation mark finds no other, those behind it in the line find none either.
  const unclosed: Record<string, number> = {};
  const opens = /["']/g;
  for (let open = opens.exec(text); open !== null; open = opens.exec(text)) {
    const [mark] = open;
    const start = open.index;
    const closes = CLOSES[mark];
    if (closes === undefined || start < (unclosed[mark] ?? 0)) continue;
    closes.lastIndex = start + 1;
    const inner = closes.exec(text)?.[1];
    if (inner === undefined) {
      const line = text.indexOf("\n", start);
      unclosed[mark] = line === -1 ? text.length : line;
      continue;
    }
    opens.lastIndex = closes.lastIndex;
    const command = inner.replace(/\\(["'\\/])/g, "$1").replaceAll("\\n", "\n").replace(/^<!@?\((.*)\)$/, "$1");
    found.push({ command, start, end: opens.lastIndex });
  }
  return found;
}; // prettier-ignore

/** The lines of a list of settings that may be commands: of one that is all quotes and brackets, none. */
export const settingLines: Reader = (text) => lines(text).filter(({ command }) => !/^["'[{]/.test(command));

/** Settings and start-up files of editors run texts in quotes, and what a line hands to the shell behind a `!`. */
export const strings: Reader = (text) => [
  ...quoted(text),
  ...eachLine((line) => /^[^"'#!]{0,200}!\s?(?=\w)(.+)$/.exec(line)?.[1] ?? null)(text),
];

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#10;": "\n",
}; // prettier-ignore

/** What stands between tags, and their attributes. */
export const markup: Reader = (text) => {
  const between = matchesOf(text, />([^<>]{3,})</g).map(({ 1: inner = "", index }) => ({
    command: inner.trim(),
    start: index + 1,
    end: index + 1 + inner.length,
  }));
  return [...between, ...quoted(text)].map((passage) => ({
    ...passage,
    command: passage.command.replace(/&(?:amp|lt|gt|quot|apos|#10);/g, (entity) => ENTITIES[entity] ?? entity),
  }));
};

/** Texts between pairs of single quotes are scripts as a rule; those in plain quotes may be. */
export const nix: Reader = (text) => [
  ...matchesOf(text, /''((?:[^']|'(?!'))+)''/g).map(({ 0: whole, 1: inner = "", index }) => ({
    command: inner,
    start: index,
    end: index + whole.length,
  })),
  ...quoted(text.replaceAll("''", "  ")),
];

const LOCAL_PROGRAM = /"local-exec"\s*\{|\bdata\s+"external"/;
const BLOCKS = /(?=\bprovisioner\s+"|\n(?:resource|data|module|output|variable|locals)\b)/;

/** Of definitions of infrastructure, what a plan or an apply runs on the machine it is called on. */
export const localPrograms: Reader = (text) => {
  const found: Passage[] = [];
  let at = 0;
  for (const part of text.split(BLOCKS)) {
    if (LOCAL_PROGRAM.test(part))
      for (const { command, start, end } of quoted(part)) found.push({ command, start: at + start, end: at + end });
    at += part.length;
  }
  return found;
};

/** A text in a language, as that language's program would be given it. */
export const code =
  (program: string): Reader =>
  (text) => [{ command: `${program} ${asWord(text)}`, start: 0, end: text.length }];
