import { normalise, resolvePath } from "../paths";
import { BUILTINS } from "./builtins";
import { emit, programName } from "./emit";
import { programDisguise } from "./disguise";
import {
  cannotTell,
  noteDisguise,
  spend,
  subshell,
  wrapped,
  type Call,
  type Frame,
  type Reader,
  type Run,
} from "./frame";
import { runCarried, runVariables } from "./carried";
import { runFound, runFoundByFd } from "./iterate";
import { callFunction, joined, runProgram, runShell, runText, SHELLS } from "./scripts";
import { fileText } from "./static-output";
import type { Mount, Word } from "./types";
import { isKnown, literal } from "./word";
import { unwrap, type Unwrapped } from "./unwrap";

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
  noteDisguise(reader, programDisguise(program), program);
  const name = programName(program);
  if (name === null) {
    cannotTell(reader, "Which program this runs is only known when it runs.", program);
    emit(reader, frame, argv, call);
    return;
  }
  runCarried(reader, frame, name, argv, call);
  const wrapped = unwrap(name, argv);
  if (wrapped !== null && (wrapped.command.length > 0 || wrapped.script !== null)) {
    return runWrapped(reader, frame, shell, argv, call, name, wrapped);
  }
  if (call.assignments.size > 0) runVariables(reader, frame, call.assignments);
  const called =
    frame.where === "here" && program.value === name && frame.wrappers.every((one) => SEES_FUNCTIONS.has(one));
  const fn = called ? frame.functions.get(name) : undefined;
  if (fn !== undefined) return callFunction(reader, frame, fn, argv, call);
  if (SHELLS.has(name)) return runShell(reader, frame, argv, call);
  const builtin = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
  if (builtin !== undefined) return builtin(reader, frame, shell, argv, call);
  const command = emit(reader, frame, argv, call);
  if (name === "find") runFound(reader, frame, command, argv, call);
  if (name === "fd" || name === "fdfind") runFoundByFd(reader, frame, command, argv, call);
  const written = program.value.includes("/") ? fileText(program, frame.cwd, reader) : null;
  if (written !== null) runProgram(reader, frame, argv, call, written);
};

/** Words of the shell itself; programs that run others know nothing of its functions. */
const SEES_FUNCTIONS = new Set(["noglob", "nocorrect", "repeat", "-", "rtk"]);

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
  if (how.directory !== null) inner.cwd = directoryOf(reader, frame, how.directory);
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
  const own = where === null && how.directory === null ? shell : inner;
  reader.runCall(reader, inner, own, command, { ...call, assignments: set });
}

const directoryOf = (reader: Reader, frame: Frame, directory: Word): string | null =>
  isKnown(directory) ? resolvePath(directory.value, frame.cwd, reader.scene.home) : null;

function hostMount(reader: Reader, frame: Frame, { from, to }: Mount): Frame["mounts"] {
  const host = resolvePath(from.value, frame.cwd, reader.scene.home);
  return host === null ? [] : [{ from: host, to: normalise(to) }];
}
