import type { SimpleCommand, Word } from "../shell/types";
import type { EffectKind } from "../types";
import { hasFlag, isInspection, operands, operandsBehindUnknown, optionValues } from "./arguments";
import { clip } from "./clip";
import { cannotRead } from "./code/code-scripts";
import { objectsOf } from "./deed-objects";
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

/**
 * A program told by its words. `values`: the flags that take the next word. `unless`: flags that make it harmless, every time they are
 * given. `spares`: calls that reach nothing shared. `servers`: the flags that name a server, where it is this machine's otherwise. `anyCase`: its words are written in any case; lines in lower.
 */
export type Program = {
  values?: string;
  unless?: string;
  spares?: (command: SimpleCommand) => boolean;
  servers?: string;
  anyCase?: boolean;
  does: readonly Lines[];
};
export type Book = Readonly<Record<string, Program>>;

type WordTest = (word: string) => boolean;
/** `runs`: words that follow each other, with any words between one run and the next. */
type Line = { runs: readonly (readonly WordTest[])[]; flags: readonly FlagTest[]; deed: Deed | null };
type FlagTest = (command: SimpleCommand) => boolean;

/** What a container does to its own system stays in it. */
const INSIDE: ReadonlySet<EffectKind> = new Set<EffectKind>(["system-change", "persist"]);
/** More than anybody writes. Only lines that look for a word anywhere need them all. */
const MAX_WORDS = 1_000;
const MAX_TEXT = 65_536;

/** Makes the effect of the first line that fits. */
export function deedMaker({ values = "", unless, spares, servers, anyCase = false, does }: Program): Maker {
  const valued = values === "" ? [] : values.split(" ");
  const lines = does.flatMap(([deed, ...texts]) => texts.map((text) => lineOf(text, deed)));
  const harmless = unless === undefined ? [] : unless.split(" ").map((part) => flagTest(part, "every"));
  const searches = lines.some(({ runs }) => runs.length > 1 && runs.at(-1)?.length !== 0);
  return (command, scene) => {
    const all = operands(command, valued);
    let behind: readonly Word[] = [];
    const lineFor = (given: readonly Word[]) => {
      const words = given.slice(0, MAX_WORDS).map(({ value }) => (anyCase ? value.toLowerCase() : value));
      return lines.find((one) => {
        const end = fits(one, words, command);
        if (end !== -1) behind = given.slice(end);
        return end !== -1;
      });
    };
    let line = lineFor(all);
    if (line === undefined && command.args[0]?.value.startsWith("-") === true)
      line = lineFor(operandsBehindUnknown(command, valued) ?? []);
    if (line === undefined && searches && all.length > MAX_WORDS)
      return cannotRead("The call has more words than can be looked at.", command, scene);
    if (line?.deed == null || isInspection(command) || harmless.some((test) => test(command))) return;
    if (spares?.(command) === true) return;
    const text = command.args.map(({ value }) => value).join(" ").slice(0, MAX_TEXT); // prettier-ignore
    const set = surroundings(command, scene);
    const { kind, note, traits } = line.deed;
    if (command.where === "container" && INSIDE.has(kind)) return;
    const near = kind === "database-change" ? nearness(command, scene) : null;
    const production = isProduction(`${text} ${set}`);
    const isUsual = (traits.development === true && isDevelopment(command, scene)) || (servers !== undefined && staysHere(command, servers)); // prettier-ignore
    add(scene, kind, "command", lastWord(command.args), command, `${command.name}: ${note}`, {
      what: note,
      text: clip(`${command.name} ${text}`),
      production,
      where: command.where,
      objects: objectsOf(command, behind).join(" "),
      ...(near === null && !isUsual
        ? {}
        : { local: near === "test", near: near === "local" || (isUsual && !production) }),
      ...traits,
      ...(traits.last === true ? { last: isDevelopment(command, scene) } : {}),
    });
  };
}

/** No server is named, so it is the one of this machine. */
const staysHere = (command: SimpleCommand, servers: string): boolean =>
  command.where === "here" && optionValues(command, ...servers.split(" ")).length === 0;

export const makersOf = (books: readonly Book[]): [name: string, maker: Maker][] =>
  books.flatMap((book) => Object.entries(book).map(([name, program]): [string, Maker] => [name, deedMaker(program)]));

/** The last word that may be a name: `-f permission=push`, `/add` are none where there is another. */
function lastWord(args: readonly Word[]): string | null {
  const words = args.filter(({ value }) => value !== "" && !value.startsWith("-"));
  return (words.findLast(({ value }) => !/=|^\/[a-z]{1,7}$|^db:/i.test(value)) ?? words.at(-1))?.value ?? null;
}

/**
 * Where the words end that the line is about, or -1 where it does not fit. The first place that fits a run is as good as any later one, so
 * each word is looked at once.
 */
function fits({ runs, flags }: Line, words: readonly string[], command: SimpleCommand): number {
  let from = 0;
  for (const [i, run] of runs.entries()) {
    const last = i === 0 ? 0 : words.length - run.length;
    let at = from;
    while (at <= last && !run.every((test, j) => at + j < words.length && test(words[at + j] as string))) at++;
    if (at > last) return -1;
    from = at + run.length;
  }
  return flags.every((test) => test(command)) ? from : -1;
}

function lineOf(text: string, deed: Deed | null): Line {
  const parts = text.split(" ").filter((part) => part !== "");
  const isFlag = (part: string) => /^!?[-+]/.test(part);
  const runs: WordTest[][] = [[]];
  for (const part of parts.filter((one) => !isFlag(one))) {
    if (part === "**") runs.push([]);
    else runs.at(-1)?.push(wordTest(part));
  }
  return { runs, flags: parts.filter(isFlag).map((part) => flagTest(part, "some")), deed };
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

/** A value may be given more than once: `every` of them has to be one of these, or `some`. */
function flagTest(part: string, how: "some" | "every"): FlagTest {
  const negated = part.startsWith("!");
  const bare = part.slice(negated ? 1 : 0);
  const at = bare.indexOf("=");
  const flags = (at === -1 ? bare : bare.slice(0, at)).split("|");
  const wanted = at === -1 ? null : wordTest(bare.slice(at + 1));
  const given: FlagTest = (command) => {
    if (wanted === null) return hasFlag(command, ...flags);
    const found = optionValues(command, ...flags);
    return found.length > 0 && found[how](({ value }) => wanted(value.toLowerCase()));
  };
  return negated ? (command) => !given(command) : given;
}
