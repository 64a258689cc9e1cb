import { normalise, resolvePath } from "../paths";
import { BUILTINS } from "./builtins";
import { addState, stateOf } from "./branches";
import { emit, programName } from "./emit";
import { callByName } from "./functions";
import { programDisguise } from "./disguise";
import {
  cannotTell,
  HOOK,
  IN_SHELL,
  noteDisguise,
  setVariable,
  spend,
  subshell,
  wrapped,
  type Call,
  type Frame,
  type Reader,
  type Run,
  type ShellFunctionOf,
} from "./frame";
import { runCarried, runVariables } from "./carried";
import { runFound, runFoundByFd } from "./iterate";
import { exportsFunctions, joined, runProgram, runShell, runText, SHELLS, writtenProgram } from "./scripts";
import { programsFound } from "./lookups";
import { aliasKey } from "./setters";
import { runSubscripts } from "./subscripts";
import type { Mount, Word } from "./types";
import { fieldsOf } from "./variables";
import { isKnown, literal, pathNamed } from "./word";
import { unwrap } from "./unwrap";
import type { Unwrapped } from "./wrapper-shape";

/**
 * Reads one call: wrappers are taken off, builtins change the shell's state, scripts that are known are read, and what is left is a
 * `SimpleCommand`.
 */
export const run: Run = (reader, frame, shell, argv, call) => {
  const [program] = argv;
  if (program === undefined) {
    if (call.assignments.size > 0) runVariables(reader, frame, call.assignments);
    if (call.redirects.length > 0 || call.assignments.size > 0) emit(reader, frame, argv, call);
    return;
  }
  spend(reader, call.span);
  const found = program.from.length > 0 ? programsFound(program, reader) : null;
  if (found !== null) {
    for (const one of found) reader.runCall(reader, frame, shell, [one, ...argv.slice(1)], call);
    return;
  }
  noteDisguise(reader, programDisguise(program), program);
  const name = programName(program);
  if (name === null) {
    cannotTell(reader, "Which program this runs is only known when it runs.", program);
    emit(reader, frame, argv, call);
    return;
  }
  runCarried(reader, frame, name, argv, call);
  runSubscripts(reader, frame, name, argv, call);
  const alias = program.value === name ? frame.variables.get(aliasKey(name))?.[0] : undefined;
  // Scripts expand no aliases, nor does the line that sets one: what the name means otherwise is read as well.
  if (alias !== undefined) {
    const other = runAlias(reader, frame, shell, alias, argv, call);
    runNamed(reader, frame, shell, argv, call, name);
    shell.ended = null;
    return addState(shell, stateOf(other));
  }
  runNamed(reader, frame, shell, argv, call, name);
};

/** What a name means that is no alias: a function, a wrapper, a builtin or a program. */
function runNamed(reader: Reader, frame: Frame, shell: Frame, argv: readonly Word[], call: Call, name: string): void {
  const [program] = argv as [Word];
  const meanings = isKnown(program) ? functionOf(reader, frame, program.value) : undefined;
  if (meanings !== undefined) return callByName(reader, frame, shell, meanings, argv, call);
  const wrapped = unwrap(name, argv);
  if (wrapped !== null && (wrapped.command.length > 0 || wrapped.script !== null)) {
    return runWrapped(reader, frame, shell, argv, call, name, wrapped);
  }
  if (call.assignments.size > 0) runVariables(reader, frame, call.assignments);
  if (SHELLS.has(name)) return runShell(reader, frame, argv, call);
  const builtin = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
  if (builtin !== undefined) {
    const read = () => builtin(reader, frame, shell, argv, call);
    return EVALUATING.has(name) ? holding(shell, call.assignments, read) : read();
  }
  const command = emit(reader, frame, argv, call);
  if (name === "find") runFound(reader, frame, command, argv, call);
  if (name === "fd" || name === "fdfind") runFoundByFd(reader, frame, command, argv, call);
  const written = writtenProgram(reader, frame, program, call);
  if (written !== null) runProgram(reader, frame, argv, call, written);
}

/** The alias's text in place of the name; within it the name is the program's own. Returns the shell as it is after it. */
function runAlias(reader: Reader, frame: Frame, shell: Frame, alias: Word, argv: readonly Word[], call: Call): Frame {
  const inner = subshell(shell, { stdin: frame.stdin });
  inner.variables.delete(aliasKey((argv[0] as Word).value));
  const words = fieldsOf(inner, alias) ?? [alias];
  if (words.every(({ value }) => /^[\w./=:@%+,~-]+$/.test(value)))
    reader.runCall(reader, inner, inner, [...words, ...argv.slice(1)], call);
  else runText(reader, inner, joined([alias, ...argv.slice(1)], call.span));
  return inner;
}

/** Builtins that read a text in which the assignments before them hold. */
const EVALUATING = new Set(["eval", "source", "."]);

function holding(shell: Frame, assignments: Call["assignments"], read: () => void): void {
  const before = [...assignments.keys()].map((name) => [name, shell.variables.get(name)] as const);
  for (const [name, word] of assignments) setVariable(shell, name, [word]);
  read();
  for (const [name, value] of before)
    if (value === undefined) shell.variables.delete(name);
    else setVariable(shell, name, value);
}

/** The functions that a name may call here. An exported one is there in whatever shell a program runs. */
function functionOf(reader: Reader, frame: Frame, name: string): readonly ShellFunctionOf[] | undefined {
  const meanings = frame.where === "here" ? frame.functions.get(name) : undefined;
  if (meanings === undefined) return undefined;
  return frame.wrappers.every((one) => SEES_FUNCTIONS.has(one)) || exportsFunctions(reader) ? meanings : undefined;
}

/** Words of the shell itself; programs that run others know nothing of its functions. */
const SEES_FUNCTIONS = new Set([HOOK, "noglob", "nocorrect", "repeat", "-", "rtk"]);

function runWrapped(
  reader: Reader,
  frame: Frame,
  shell: Frame,
  argv: readonly Word[],
  call: Call,
  name: string,
  { where, assignments, command, script, ...how }: Unwrapped,
): void {
  if (how.keep) emit(reader, frame, argv, call);
  const inner = wrapped(frame, name, call.span);
  if (where !== null) Object.assign(inner, { where, cwd: null, variables: new Map() });
  if (how.mounts.length > 0)
    inner.mounts = [...frame.mounts, ...how.mounts.flatMap((mount) => hostMount(reader, frame, mount))];
  if (how.directory !== null) inner.cwd = pathNamed(how.directory, frame.cwd, reader.scene.home);
  const set = new Map(call.assignments);
  for (const [variable, word] of assignments)
    set.set(variable, { ...word, value: word.value.slice(variable.length + 1) });
  if (script !== null) {
    const text = command.length === 0 ? script : joined([script, ...command], call.span);
    return runText(reader, subshell(inner), text);
  }
  if (how.joined) return runText(reader, subshell(inner), joined(command, call.span));
  // `uv run x.py` is Python's.
  if (name === "uv" && command[0]?.value.endsWith(".py") === true)
    return reader.runCall(reader, inner, inner, [literal("python3", call.span), ...command], { ...call, assignments: set }); // prettier-ignore
  const apart = where !== null || how.directory !== null;
  const own = apart ? inner : IN_SHELL.has(name) ? shell : subshell(inner);
  reader.runCall(reader, inner, own, command, { ...call, assignments: set });
}

function hostMount(reader: Reader, frame: Frame, { from, to }: Mount): Frame["mounts"] {
  const host = resolvePath(from.value, frame.cwd, reader.scene.home);
  return host === null ? [] : [{ from: host, to: normalise(to) }];
}
