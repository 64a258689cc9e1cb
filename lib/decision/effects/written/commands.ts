import { parse } from "unbash";
import type { Reading } from "../../acting-files";
import { DIALECTS } from "../../shell/dialects";
import { literal } from "../../shell/word";
import { quoted as asWord } from "../code/code-text";

/** A command line that a file holds, and where its text stands. */
export type Passage = { command: string; start: number; end: number };

const MAX_PASSAGES = 200;
/** Longer than this a line is not put together. */
const MAX_LINE = 4_000;

/** Of all that files run, only what names one of these can do what is looked for in them. */
const REACHES =
  /\b(?:curl|wget|nc|ncat|socat|telnet|iwr|irm|Invoke-\w+|scp|rsync|dig|nslookup|rm|rmtree|find|shred|dd|base64|eval|ssh|gh|aws|gsutil|urllib|requests|httpx|socket|fetch|pip3?|npm|crontab|child_process|env)\b|_(?:REGISTRY|INDEX_URL)=|\/dev\/tcp\/|authorized_keys|\.claude\b/;

/** The command lines in a text, each once and read as the kind of its file has them, and whether these are all of them. */
export function commandsIn(text: string, reading: Reading): { passages: Passage[]; isAll: boolean } {
  const found = new Map<string, Passage>();
  for (const passage of READERS[reading]?.(text) ?? [])
    if (REACHES.test(passage.command) && !found.has(passage.command)) found.set(passage.command, passage);
  return { passages: [...found.values()].slice(0, MAX_PASSAGES), isAll: found.size <= MAX_PASSAGES };
}

type Reader = (text: string) => Passage[];

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
const script: Reader = (text) =>
  parse(text).errors === undefined
    ? [{ command: text, start: 0, end: text.length }]
    : linesOf(text).filter(({ command }) => !command.trim().startsWith("#"));

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1,?$/, "$2");

/** `run: x`, `- x`, `ExecStart=x`, `0 * * * * x`, recipes behind blanks: what stands behind the mark. */
const lines = eachLine((line) => {
  const text = line.trim();
  if (/^(?:#|\/\/)/.test(text)) return null;
  const command = text
    .replace(/^(?:- +)?(?:[\w.-]+ *[:=] +|[A-Z][A-Za-z]+=(?=\S))?(?:- +)?[@!]*/, "")
    .replace(/^(?:@\w+ +|(?:[\d*,/-]+[ \t]+){5}(?:root[ \t]+)?)/, "");
  return unquoted(command.replace(/\{\{[^{}]*\}\}/g, "value"));
});

/** A recipe's lines and `NAME != command`; of a part of a makefile also those whose tab was left out. */
const recipes: Reader = (text) =>
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
const builds: Reader = (text) => {
  let mark: string | undefined;
  const inside = linesOf(text).filter(({ command }) => {
    if (mark === undefined) mark = HERE_DOCUMENT.exec(command)?.[1];
    else if (command.trim() === mark) mark = undefined;
    else return true;
    return false;
  });
  return [...instructions(text), ...inside];
};

/** What stands between quotes. */
const quoted: Reader = (text) =>
  Array.from(
    text.matchAll(/"((?:[^"\\\n]|\\.){0,4000})"|'((?:[^'\\\n]|\\.){0,4000})'/g),
    ({ 0: whole, 1: double, 2: single, index }) => ({
      command: (double ?? single ?? "").replace(/\\(["'\\/])/g, "$1").replaceAll("\\n", "\n"),
      start: index,
      end: index + whole.length,
    }),
  );

/** Settings and start-up files of editors run texts in quotes, and what a line hands to the shell behind a `!`. */
const strings: Reader = (text) => [
  ...quoted(text),
  ...eachLine((line) => /^[^"'#!]{0,200}!(?=\w)(.+)$/.exec(line)?.[1] ?? null)(text),
];

const LOCAL_PROGRAM = /"local-exec"\s*\{|\bdata\s+"external"/;
const BLOCKS = /(?=\bprovisioner\s+"|\n(?:resource|data|module|output|variable|locals)\b)/;

/** Of definitions of infrastructure, what a plan or an apply runs on the machine it is called on. */
const localPrograms: Reader = (text) => {
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
const code =
  (program: string): Reader =>
  (text) => [{ command: `${program} ${asWord(text)}`, start: 0, end: text.length }];

const READERS: Partial<Record<Reading, Reader>> = {
  pipeline: (text) => [...lines(text), ...quoted(text)],
  image: builds,
  services: lines,
  definitions: localPrograms,
  makefile: recipes,
  script,
  lines,
  strings,
  python: code("python3 -c"),
  javascript: code("node -e"),
};
