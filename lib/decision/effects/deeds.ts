import type { SimpleCommand, Word } from "../shell/types";
import type { EffectKind } from "../types";
import { hasFlag, isInspection, operands, optionValues } from "./arguments";
import { clip } from "./clip";
import { isProduction } from "./phrases";
import { isDevelopment, nearness } from "./rehearsal";
import { add, type Maker, type Traits } from "./scene";
import { surroundings } from "./surroundings";

/** What some words of a program do, in the terms that rules judge. `note` follows the program's name: "deletes a bucket". */
export type Deed = { kind: EffectKind; note: string; traits: Traits };

/**
 * Lines of words that do the same; null for words that look like those of a later line and do no harm. A line holds, separated by spaces, the words in order from the first one on, and flags anywhere:
 *   `rm|delete`      one of these words; `*` stands for any letters (`delete-*`), alone for any word
 *   `**`             any words, or none
 *   `-f|--force`     one of these flags is given; `--replicas=0` with this value
 *   `!--dry-run`     none of these flags is given
 */
export type Lines = readonly [deed: Deed | null, ...lines: string[]];

/** A program told by its words. `values`: the flags that take the next word. `unless`: flags that make it harmless. `anyCase`: its words are written in any case; lines in lower. */
export type Program = { values?: string; unless?: string; anyCase?: boolean; does: readonly Lines[] };
export type Book = Readonly<Record<string, Program>>;

type WordTest = (word: string) => boolean;
type Line = { words: readonly (WordTest | "any")[]; flags: readonly FlagTest[]; deed: Deed | null };
type FlagTest = (command: SimpleCommand) => boolean;

/** What a container does to its own system stays in it. */
const INSIDE: ReadonlySet<EffectKind> = new Set<EffectKind>(["system-change", "persist"]);
const MAX_WORDS = 40;
const MAX_TEXT = 4_000;

/** Makes the effect of the first line that fits. */
export function deedMaker({ values = "", unless, anyCase = false, does }: Program): Maker {
  const valued = values === "" ? [] : values.split(" ");
  const lines = does.flatMap(([deed, ...texts]) => texts.map((text) => lineOf(text, deed)));
  const harmless = unless === undefined ? [] : unless.split(" ").map(flagTest);
  return (command, scene) => {
    const words = operands(command, valued).slice(0, MAX_WORDS).map(({ value }) => (anyCase ? value.toLowerCase() : value)); // prettier-ignore
    const line = lines.find((one) => fits(one, words, command));
    if (line?.deed == null || isInspection(command) || harmless.some((test) => test(command))) return;
    const text = command.args.map(({ value }) => value).join(" ").slice(0, MAX_TEXT); // prettier-ignore
    const set = surroundings(command, scene);
    const { kind, note, traits } = line.deed;
    if (command.where === "container" && INSIDE.has(kind)) return;
    const near = kind === "database-change" ? nearness(command, scene) : null;
    add(scene, kind, "command", lastWord(command.args), command, `${command.name}: ${note}`, {
      what: note,
      text: clip(`${command.name} ${text}`),
      production: isProduction(`${text} ${set}`),
      where: command.where,
      ...(near === null ? {} : { local: near === "test", near: near === "local" }),
      ...traits,
      ...(traits.last === true ? { last: isDevelopment(command, scene) } : {}),
    });
  };
}

export const makersOf = (books: readonly Book[]): [name: string, maker: Maker][] =>
  books.flatMap((book) => Object.entries(book).map(([name, program]): [string, Maker] => [name, deedMaker(program)]));

const lastWord = (args: readonly Word[]): string | null =>
  args.findLast(({ value }) => value !== "" && !value.startsWith("-"))?.value ?? null;

function fits({ words: tests, flags }: Line, words: readonly string[], command: SimpleCommand): boolean {
  return fitsFrom(tests, 0, words, 0) && flags.every((test) => test(command));
}

function fitsFrom(tests: Line["words"], at: number, words: readonly string[], from: number): boolean {
  const test = tests[at];
  if (test === undefined) return true;
  if (test !== "any") {
    const word = words[from];
    return word !== undefined && test(word) && fitsFrom(tests, at + 1, words, from + 1);
  }
  for (let next = from; next <= words.length; next++) if (fitsFrom(tests, at + 1, words, next)) return true;
  return false;
}

function lineOf(text: string, deed: Deed | null): Line {
  const parts = text.split(" ").filter((part) => part !== "");
  const isFlag = (part: string) => /^!?[-+]/.test(part);
  return {
    words: parts.filter((part) => !isFlag(part)).map((part) => (part === "**" ? "any" : wordTest(part))),
    flags: parts.filter(isFlag).map(flagTest),
    deed,
  };
}

function wordTest(alternatives: string): WordTest {
  const all = alternatives.split("|");
  const exact = new Set(all.filter((one) => !one.includes("*")));
  const patterns = all.filter((one) => one.includes("*")).map(patternOf);
  return (word) => exact.has(word) || patterns.some((test) => test(word));
}

/** One or two stars, each for any letters: no more is needed, and no regular expression. */
function patternOf(pattern: string): WordTest {
  const [head = "", middle = "", tail] = pattern.split("*");
  if (tail === undefined)
    return (word) => word.length >= head.length + middle.length && word.startsWith(head) && word.endsWith(middle);
  return (word) => word.startsWith(head) && word.endsWith(tail) && word.slice(head.length).includes(middle);
}

function flagTest(part: string): FlagTest {
  const negated = part.startsWith("!");
  const bare = part.slice(negated ? 1 : 0);
  const at = bare.indexOf("=");
  const flags = (at === -1 ? bare : bare.slice(0, at)).split("|");
  const wanted = at === -1 ? null : wordTest(bare.slice(at + 1));
  const given: FlagTest = (command) =>
    wanted === null
      ? hasFlag(command, ...flags)
      : optionValues(command, ...flags).some(({ value: found }) => wanted(found.toLowerCase()));
  return negated ? (command) => !given(command) : given;
}
