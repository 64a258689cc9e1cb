import type { Function as ShellFunction, ParsedScript } from "unbash";
import { addWay } from "./branches";
import { emit } from "./emit";
import {
  HOOK,
  setPositionals,
  setVariable,
  spend,
  subshell,
  wrapped,
  type Call,
  type Frame,
  type Reader,
} from "./frame";
import { placeIn, type Unit } from "./parse";
import type { Word } from "./types";
import { literal } from "./word";

type ShellFunctionOf = { node: ShellFunction; unit: Unit };

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
  const caller = reader.calling.get(name);
  if (caller !== undefined) {
    // Only one that does not wait for itself multiplies.
    const multiplies = (frame.background && !caller) || frame.stdin.from.some((one) => one.name === RECURSION);
    return multiplies ? void emit(reader, frame, [literal(RECURSION, call.span)], call) : undefined;
  }
  const inner = subshell(frame, { locals: new Set() });
  setPositionals(inner, argv.slice(1));
  reader.called.add(name);
  reader.calling.set(name, frame.background);
  reader.runScript(inner, unit, asScript(node));
  reader.calling.delete(name);
  spend(reader, call.span, Math.ceil(inner.variables.size / 16));
  const keeps = (variable: string) => !inner.locals.has(variable) && !/^[\d@*]/.test(variable);
  for (const [variable, value] of inner.variables)
    if (keeps(variable) && value !== frame.variables.get(variable)) setVariable(shell, variable, value);
  for (const way of inner.otherwise) addWay(shell, new Map([...way].filter(([variable]) => keeps(variable))));
  shell.cwd = inner.cwd;
  shell.previousCwd = inner.previousCwd;
}

/**
 * Functions that the command line itself writes down and never calls: read as if called. What is not known stands for something
 * harmless, and what cannot be told of them counts for nothing, for they do not run yet.
 */
export function readUncalled(reader: Reader, frame: Frame): void {
  if (frame.functions.size === 0) return;
  const doubts = reader.opaque.length;
  // `sh -c f` means the function and does not see it.
  const meant = new Set(reader.commands.map((command) => command.name));
  for (const [name, fn] of frame.functions) {
    if (reader.called.has(name) || meant.has(name) || fn.unit.shift === null) continue;
    const span = placeIn(fn.unit, fn.node.pos, fn.node.end);
    const anything = literal("argument", span);
    const inner = subshell(frame, { unset: [anything] });
    callFunction(reader, inner, inner, fn, [literal(name, span), anything, anything], { assignments: new Map(), redirects: [], span });
  }
  reader.opaque.length = doubts;
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
  const typed = { ...literal("$BASH_COMMAND", span), unknownAt: 0, variables: ["BASH_COMMAND"] };
  callFunction(reader, inner, inner, fn, [literal(name, span), typed], { assignments: new Map(), redirects: [], span });
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
