import { mountsOf } from "./mounts";
import type { Mount, Where, Word } from "./types";
import { after } from "./word";
import type { Wrapper } from "./wrapper-shape";
import { WRAPPERS } from "./wrappers";

export type Unwrapped = {
  /** What is run; empty when the wrapper was called without a command. */
  command: readonly Word[];
  /** A script the wrapper runs by a shell; `command` then holds the words after it. */
  script: Word | null;
  /** The words make up one script (ssh). */
  joined: boolean;
  /** Directory it is run in, where the wrapper changes that. */
  directory: Word | null;
  assignments: readonly (readonly [string, Word])[];
  where: Where | null;
  /** Directories of this machine that the command sees. */
  mounts: readonly Mount[];
  /** The wrapper does something itself and stays in the reading. */
  keep: boolean;
};

const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)=/;

/** Takes one wrapper off. Null when `name` wraps nothing here. */
export function unwrap(name: string, argv: readonly Word[]): Unwrapped | null {
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  const start = wrapper === undefined ? null : commandStart(name, argv, wrapper);
  if (wrapper === undefined || start === null) return null;
  const { where = null, keep = false } = wrapper;
  const flags = argv.slice(start, flagsEnd(argv, start, wrapper));
  const root = wrapper.root === true ? argv[start + flags.length] : (valueOf(flags, wrapper.root) ?? undefined);
  const mounts = where === "container" ? mountsOf(flags, root) : [];
  const directory = valueOf(flags, wrapper.directory);
  const base = { where, keep, directory, mounts, joined: wrapper.joined === true, script: null, assignments: [] };
  const isScript = (command: readonly Word[]) => base.joined || (wrapper.joined === "lone" && command.length === 1);
  const mark = argv.findIndex((word, i) => i >= start && wrapper.starts?.includes(word.value) === true);
  let at = start + flags.length + (wrapper.positionals ?? 0);
  const script = scriptOf(argv, start, wrapper.starts === undefined ? at : mark === -1 ? argv.length : mark, wrapper);
  if (script !== null) return { ...base, ...script };
  if (wrapper.starts !== undefined) {
    if (mark === -1) return null;
    const command = argv.slice(mark + 1 + (wrapper.positionals ?? 0));
    return { ...base, command, joined: isScript(command) };
  }
  if (wrapper.optional?.test(argv[at]?.value ?? "") === true) at++;
  if (!base.joined) at = flagsEnd(argv, at, wrapper);
  const assignments: (readonly [string, Word])[] = [];
  for (; wrapper.assignments === true && at < argv.length; at++) {
    const word = argv[at] as Word;
    const variable = ASSIGNMENT.exec(word.value)?.[1];
    if (variable === undefined) break;
    assignments.push([variable, word]);
  }
  const program = valueOf(flags, wrapper.program);
  const command = program === null ? argv.slice(at) : [program, ...argv.slice(at)];
  return { ...base, assignments, command, joined: isScript(command) };
}

const COMPOSE: Wrapper = { values: ["-f", "-p", "--profile"] };

/** Where the wrapper's own words begin: after its subcommand, if only that runs something. */
function commandStart(name: string, argv: readonly Word[], wrapper: Wrapper): number | null {
  if (name === "command" && /^-[vV]/.test(argv[1]?.value ?? "")) return null;
  if (wrapper.sub === undefined) return 1;
  let at = flagsEnd(argv, 1, wrapper);
  if (name === "docker" && argv[at]?.value === "compose") at = flagsEnd(argv, at + 1, COMPOSE);
  return wrapper.sub.includes(argv[at]?.value ?? "") ? at + 1 : null;
}

function flagsEnd(argv: readonly Word[], from: number, { values = [], pairs }: Wrapper): number {
  let at = from;
  while (at < argv.length) {
    const flag = (argv[at] as Word).value;
    if (flag === "--") return at + 1;
    if (!flag.startsWith("-") || flag === "-") break;
    at += pairs?.includes(flag) === true ? 3 : takesNext(flag, values) ? 2 : 1;
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
