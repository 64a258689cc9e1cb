import type { Function as ShellFunction, ParsedScript } from "unbash";
import { addState, addWay, stateOf } from "./branches";
import { emit } from "./emit";
import {
  bareCall,
  HOOK,
  SHADOWED,
  setPositionals,
  setVariable,
  spend,
  subshell,
  wrapped,
  type Call,
  type Frame,
  type Reader,
  type ShellFunctionOf,
} from "./frame";
import { placeIn } from "./parse";
import { exportsFunctions } from "./scripts";
import type { Word } from "./types";
import { literal, unknownValue } from "./word";

/** Stands for the program in a call by which a shell function starts itself again and again. */
export const RECURSION = "recursive-function";

/** @param shell where it is called, which keeps what the function sets and where it goes */
export function callFunction(
  reader: Reader,
  frame: Frame,
  shell: Frame,
  { node, unit }: ShellFunctionOf,
  argv: readonly Word[],
  call: Call,
): void {
  const name = node.name.value;
  const callers = reader.calling.filter((one) => one.name === name);
  const given = callers.length < MAX_REENTRIES ? argv.slice(1) : argv.slice(1).map(anyArgument);
  const key = JSON.stringify(given.map(({ value }) => value));
  if (callers.length > MAX_REENTRIES || callers.some((one) => one.key === key)) {
    // Only one that does not wait for itself multiplies.
    const multiplies =
      (frame.background && !callers.every(({ background }) => background)) ||
      frame.stdin.from.some((one) => one.name === RECURSION);
    return multiplies ? void emit(reader, frame, [literal(RECURSION, call.span)], call) : undefined;
  }
  const inner = subshell(frame, { locals: new Set(call.assignments.keys()), returns: [], ended: null, failed: null });
  for (const [variable, word] of call.assignments) setVariable(inner, variable, [word]);
  setPositionals(inner, given);
  reader.called.add(name);
  reader.calling.push({ name, key, background: frame.background });
  reader.runScript(inner, unit, asScript(node));
  reader.calling.pop();
  for (const state of inner.returns) addState(inner, state);
  if (inner.ended === "shell" && inner.returns.length === 0) shell.ended = "shell";
  Object.assign(shell, { traps: inner.traps, options: inner.options, failed: inner.failed });
  spend(reader, call.span, Math.ceil(inner.variables.size / 16));
  const keeps = (variable: string) => !inner.locals.has(variable) && !/^[\d@*]/.test(variable);
  for (const [variable, value] of inner.variables)
    if (keeps(variable) && value !== frame.variables.get(variable)) setVariable(shell, variable, value);
  shell.cwd = inner.cwd;
  shell.previousCwd = inner.previousCwd;
  shell.functions = inner.functions;
  for (const way of inner.otherwise) addWay(shell, new Map([...way].filter(([variable]) => keeps(variable))));
}

/** So deep a function is followed into calls of itself with other arguments; after that they may be anything. */
const MAX_REENTRIES = 4;

/** What a glob stands for is told by the glob as well as by any longer one. */
const anyArgument = (word: Word, i: number): Word => (word.glob ? word : unknownValue(String(i + 1), word));

/**
 * Reads a call by the name of a function: all that the name may mean here, and the program of that name, for a function does not reach
 * everywhere that it seems to.
 */
export function callByName(
  reader: Reader,
  frame: Frame,
  shell: Frame,
  meanings: readonly ShellFunctionOf[],
  argv: readonly Word[],
  call: Call,
): void {
  const [{ value: name }] = argv as [Word];
  const plain = subshell(wrapped(frame, SHADOWED, call.span), {
    functions: new Map([...frame.functions].filter(([other]) => other !== name)),
  });
  reader.deferred.push(() => reader.runCall(reader, plain, plain, argv, call));
  let goesOn = false;
  for (const [i, fn] of meanings.entries()) {
    if (i === meanings.length - 1) callFunction(reader, frame, shell, fn, argv, call);
    else {
      const other = subshell(shell);
      callFunction(reader, subshell(frame), other, fn, argv, call);
      goesOn ||= other.ended === null;
      addState(shell, stateOf(other));
    }
  }
  if (goesOn) shell.ended = null;
}

/**
 * Functions that the command line itself writes down and never calls: read as if called. What is not known stands for something
 * harmless, and what cannot be told of them counts for nothing, for they do not run yet.
 */
export function readUncalled(reader: Reader, frame: Frame): void {
  if (frame.functions.size === 0) return;
  const { isCut } = reader;
  const doubts = reader.opaque.length;
  // `sh -c f` means the function and does not see it.
  const meant = new Set(exportsFunctions(reader) ? [] : reader.commands.map((command) => command.name));
  for (const [name, meanings] of frame.functions) for (const fn of meanings) {
    if (reader.called.has(name) || meant.has(name) || fn.unit.shift === null) continue;
    const span = placeIn(fn.unit, fn.node.pos, fn.node.end);
    const anything = literal("argument", span);
    const inner = subshell(frame, { unset: [anything] });
    callFunction(reader, inner, inner, fn, [literal(name, span), anything, anything], bareCall(span));
  }
  reader.opaque.length = doubts;
  reader.isCut = isCut;
} // prettier-ignore

/** Nobody calls these; the shell does. */
const HOOKS = new Set([
  "command_not_found_handle", "command_not_found_handler", "precmd", "preexec", "chpwd", "periodic", "zshexit", "zshaddhistory", "fish_prompt",
]); // prettier-ignore

export function callHook(reader: Reader, frame: Frame, fn: ShellFunctionOf): void {
  const name = fn.node.name.value;
  if (!HOOKS.has(name)) return;
  const span = placeIn(fn.unit, fn.node.pos, fn.node.end);
  const inner = subshell(wrapped(frame, HOOK, span));
  // They are given the command line that the user typed.
  const typed = unknownValue("BASH_COMMAND", span);
  callFunction(reader, inner, inner, fn, [literal(name, span), typed], bareCall(span));
}

/** A function's body, dressed as a script so that it is read like one. */
function asScript({ body }: ShellFunction): ParsedScript {
  const { pos, end } = body;
  const commands =
    body.type === "CompoundList"
      ? body.commands
      : [{ type: "Statement" as const, pos, end, command: body, background: false }];
  return { type: "Script", pos, end, shebang: undefined, commands };
}
