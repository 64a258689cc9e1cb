import { entryProgram } from "./entry-points";
import { mountsOf } from "./mounts";
import { standIn } from "./stand-ins";
import type { Word } from "./types";
import { after, literal } from "./word";
import { NOTHING_ELSE, type Unwrapped, type Wrapper } from "./wrapper-shape";
import { WRAPPERS } from "./wrappers";

const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)=/;

/** Takes one wrapper off. Null when `name` wraps nothing here. */
export function unwrap(name: string, argv: readonly Word[]): Unwrapped | null {
  const wrapper = Object.hasOwn(WRAPPERS, name) ? (WRAPPERS[name] as Wrapper) : null;
  return wrapper === null ? standIn(name, argv) : takenOff(name, argv, wrapper, 1);
}

function takenOff(name: string, argv: readonly Word[], wrapper: Wrapper, from: number): Unwrapped | null {
  if (wrapper.by !== undefined) {
    const at = flagsEnd(argv, from, wrapper);
    const word = argv[at]?.value ?? "";
    if (Object.hasOwn(wrapper.by, word)) return takenOff(name, argv, wrapper.by[word] as Wrapper, at + 1);
    if (wrapper.sub === undefined) return null;
  }
  const start = commandStart(name, argv, wrapper, from);
  return start === null ? null : read(argv, wrapper, start);
}

function read(argv: readonly Word[], wrapper: Wrapper, start: number): Unwrapped | null {
  const { where = null, keep = false, positionals = 0 } = wrapper;
  const flags = argv.slice(start, flagsEnd(argv, start, wrapper));
  const root = wrapper.root === true ? argv[start + flags.length] : (valueOf(flags, wrapper.root) ?? undefined);
  const mounts = where === "container" ? mountsOf(flags, root) : [];
  const directory = valueOf(flags, wrapper.directory);
  const assignments = testSettings(flags, wrapper);
  const base = { ...NOTHING_ELSE, where, keep, directory, mounts, joined: wrapper.joined === true, assignments };
  const isScript = (command: readonly Word[]) => base.joined || (wrapper.joined === "lone" && command.length === 1);
  const mark = argv.findIndex((word, i) => i >= start && wrapper.starts?.includes(word.value) === true);
  let at = start + flags.length + positionals;
  const script = scriptOf(argv, start, wrapper.starts === undefined ? at : mark === -1 ? argv.length : mark, wrapper);
  if (script !== null) return { ...base, ...script };
  if (wrapper.starts !== undefined) {
    if (mark === -1) return null;
    const command = argv.slice(mark + 1 + positionals);
    return { ...base, command, joined: isScript(command) };
  }
  const program = valueOf(flags, wrapper.program) ?? entryProgram(wrapper, argv[at - 1], argv[at]);
  const dashes = wrapper.dashes === true ? argv.findIndex(({ value }, i) => i >= start && value === "--") : -1;
  if (dashes !== -1) at = dashes + 1;
  else {
    if (wrapper.optional?.test(argv[at]?.value ?? "") === true) at++;
    // Behind a program that is named already, flags are that one's.
    if (program !== null) at += wrapper.entry === "package" && argv[at]?.value === "--" ? 1 : 0;
    else if (!base.joined) at = flagsEnd(argv, at, wrapper);
  }
  for (; wrapper.assignments === true && at < argv.length; at++) {
    const word = argv[at] as Word;
    const variable = ASSIGNMENT.exec(word.value)?.[1];
    if (variable === undefined) break;
    assignments.push([variable, word]);
  }
  const command = program === null ? argv.slice(at) : [program, ...argv.slice(at)];
  return { ...base, command, joined: isScript(command) };
}

/** Where the wrapper's own words begin: after its subcommand, if only that runs something. */
function commandStart(name: string, argv: readonly Word[], wrapper: Wrapper, from: number): number | null {
  if (name === "command" && /^-[vV]/.test(argv[1]?.value ?? "")) return null;
  if (wrapper.sub === undefined) return from;
  const at = flagsEnd(argv, from, wrapper);
  return wrapper.sub.includes(argv[at]?.value ?? "") ? at + 1 : null;
}

/** `dotenv -e .env.test`: what runs gets the settings for tests, as `ENV=test` says it of other programs. */
function testSettings(flags: readonly Word[], { settings }: Wrapper): (readonly [string, Word])[] {
  if (settings === undefined) return [];
  const files = flags.filter((_, i) => settings.includes(flags[i - 1]?.value ?? ""));
  const [first] = files;
  if (first === undefined || !files.every(({ value }) => TEST_SETTINGS.test(value))) return [];
  return [["ENV", literal("ENV=test", first)]];
}
const TEST_SETTINGS = /(?:^|\/)\.env\.(?:test|testing|ci)(?:\.local)?$/;

function flagsEnd(argv: readonly Word[], from: number, { values = [], pairs }: Wrapper): number {
  let at = from;
  while (at < argv.length) {
    const flag = (argv[at] as Word).value;
    if (flag === "--") return at + 1;
    if (!flag.startsWith("-") || flag === "-") break;
    at += pairs?.includes(flag) === true ? 3 : takesNext(flag, values) || isBeginning(flag, values) ? 2 : 1;
  }
  return Math.min(at, argv.length);
}

/** `-u`, `--user`, and the last of a group: `-iu`. In `-uroot` the value is attached. */
export function takesNext(flag: string, values: readonly string[]): boolean {
  if (values.includes(flag)) return true;
  if (!/^-[A-Za-z]{2,8}$/.test(flag)) return false;
  const letters = Array.from(flag.slice(1));
  return letters.findIndex((letter) => values.includes(`-${letter}`)) === letters.length - 1;
}

/** GNU programs take any unambiguous beginning of a long option: `--sig KILL`. Not `--detach`, where only `--detach-keys` is known. */
const isBeginning = (flag: string, values: readonly string[]): boolean =>
  flag.length >= 4 && flag.startsWith("--") && values.some((one) => one.startsWith(flag) && one[flag.length] !== "-");

/** `--name value` or `--name=value` among the wrapper's flags. */
function valueOf(flags: readonly Word[], names: readonly string[] = []): Word | null {
  for (const [i, flag] of flags.entries()) {
    for (const name of names) {
      if (flag.value === name) return flags[i + 1] ?? null;
      if (flag.value.startsWith(`${name}=`)) return after(flag, name.length + 1);
    }
  }
  return null;
}

/** `-c SCRIPT`, `-qc SCRIPT`, `--command=SCRIPT`, also after the wrapper's positionals (`flock FILE -c SCRIPT`). */
function scriptOf(argv: readonly Word[], from: number, end: number, { script = [], positionals }: Wrapper) {
  if (script.length === 0) return null;
  for (let i = from; i <= end && i < argv.length; i++) {
    const flag = argv[i] as Word;
    const name = script.find((one) => flag.value.startsWith(`${one}=`));
    if (name !== undefined) return { script: after(flag, name.length + 1), command: [] };
    const next = argv[i + 1];
    if (next === undefined || !takesNext(flag.value, script)) continue;
    return { script: next, command: positionals === undefined ? argv.slice(i + 2) : [] };
  }
  return null;
}
