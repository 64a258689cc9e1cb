import type { Word as WordNode, WordPart } from "unbash";
import type { SimpleCommand, Span, Word } from "./types";
import { isKnown } from "./word";

/**
 * Ways to write a command so that who reads it does not see what it runs. Nobody works like this by accident; what is hidden may be
 * harmless and stays hidden all the same.
 */
export type Disguise = Span & { how: string };

const MAX_CHAIN = 50;

/** What decoded the text that these commands give: `base64 -d`, `xxd -r`, a `printf` of hexadecimal letters. Null when nothing did. */
export function decoderOf(commands: readonly SimpleCommand[]): string | null {
  const open = [...commands];
  for (let at = 0; at < open.length && at < MAX_CHAIN; at++) {
    const command = open[at] as SimpleCommand;
    if (decodes(command)) return command.name;
    open.push(...command.stdin.from, ...(command.stdin.text?.from ?? []));
    for (const arg of command.args) open.push(...arg.from);
  }
  return null;
}

/** Letters and digits written by their numbers; control characters, colours and signs beyond ASCII are written so for good reasons. */
const NUMBERED =
  /(?:\\x(?:3\d|[46][1-9a-f]|[57][\da])|\\0?(?:6\d|7[01]|1[04][1-7]|1[1256][0-7]|1[37][0-2])|\\u00(?:3\d|[46][1-9a-f]|[57][\da]))/gi;

export const areNumbered = (text: string): boolean => (text.slice(0, MAX_SPELLED).match(NUMBERED)?.length ?? 0) >= 2;
const MAX_SPELLED = 2_000;

function decodes({ name, args }: SimpleCommand): boolean {
  switch (name) {
    case "base64":
    case "base32":
    case "basenc":
      return args.some(({ value }) => /^(?:-[a-zA-Z]*[dD][a-zA-Z]*|--dec\w*)$/.test(value));
    case "xxd":
      return args.some(({ value }) => /^-[a-z]*r/.test(value));
    case "openssl":
      return args.some(({ value }) => value === "-d");
    case "rev":
    case "uudecode":
      return true;
    case "tr":
      return args.length === 2 && args.every(({ value }) => /[a-z]-[a-z]/i.test(value));
    case "printf":
    case "echo":
      return args.some(({ value }) => areNumbered(value));
    default:
      return false;
  }
}

/** Programs whose output is their own words, so that a program named by it is named here, in a roundabout way. */
const SPEAKERS = new Set(["echo", "printf", "rev", "tr", "base64", "base32", "xxd", "cut", "sed"]);
const SYSTEM_PROGRAM = /^\/(?:(?:usr\/)?(?:local\/)?s?bin|[^/]*[?*[][^/]*)\//;

/** A program called by a pattern, or by the known output of another command. */
export function programDisguise(program: Word): string | null {
  if (program.glob && SYSTEM_PROGRAM.test(program.value)) return "a pattern in place of the program's name";
  const spoken = program.from.length > 0 && isKnown(program) && SPEAKERS.has((program.from.at(-1) as SimpleCommand).name);
  return spoken ? "the program's name as another command's output" : null;
} // prettier-ignore

/** How a word is spelled so that its value cannot be seen. `isProgram`: it names the program. */
export function spellingDisguise(node: WordNode, isProgram: boolean): string | null {
  const { text } = node;
  const named = isProgram || text.startsWith("-");
  // Most words are plain, and looking at what they are made of costs more than reading them.
  if (!named && !text.includes("$")) return null;
  if (named && INVISIBLE.test(text)) return "characters that one does not see";
  return PLAIN.test(text) ? null : oddSpelling(node, isProgram);
}
const PLAIN = /^[\w./-]+$/;

function oddSpelling({ parts, text, value }: WordNode, isProgram: boolean): string | null {
  if (isProgram && text !== value && isPatched(text, value)) return "quotes or backslashes inside the program's name";
  if (parts === undefined) return null;
  for (const part of parts) {
    if (part.type === "AnsiCQuoted" && areNumbered(text)) return "letters written as numbers";
    if (isProgram && part.type === "BraceExpansion") return "braces in place of the program's name";
    if (isPiecewise(part, isProgram)) return "letters cut out of a variable";
    if (parts.length > 1 && isSeparator(part)) return "a variable in place of blanks";
  }
  return null;
}

/** `r''m`, `c\url`: a plain name that is not written plainly. Quoting all of it, or one backslash before it, is common. */
function isPatched(text: string, value: string): boolean {
  if (!/^[a-z][\w.-]*$/i.test(value) || /[$`]/.test(text)) return false;
  return text !== `\\${value}` && text !== `'${value}'` && text !== `"${value}"`;
}

/** `${HOME:0:1}` is a slash. Longer pieces of what every shell sets are for people to read. */
const isPiecewise = (part: WordPart, isProgram: boolean): boolean =>
  part.type === "ParameterExpansion" &&
  part.operation?.type === "Slice" &&
  !/^[@*]$/.test(part.parameter) &&
  (isProgram ||
    (/^[12]$/.test(part.operation.length?.value ?? "") &&
      /^(?:HOME|PATH|PWD|OLDPWD|SHELL|IFS|BASH)$/.test(part.parameter)));

const isSeparator = (part: WordPart): boolean =>
  (part.type === "SimpleExpansion" && part.text === "$IFS") ||
  (part.type === "ParameterExpansion" && part.parameter === "IFS" && part.operation === undefined);

/** Marks that turn the direction of writing around, so that a line reads other than it runs. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
/** Characters that one does not see. */
export const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]/;

export function turnedText(text: string): Disguise | null {
  const at = text.search(TURNING);
  return at === -1 ? null : { start: at, end: at + 1, how: "marks that change the direction of writing" };
}
