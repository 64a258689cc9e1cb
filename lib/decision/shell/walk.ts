import type {
  AndOr,
  Case,
  CommandNode,
  CompoundList,
  If,
  ParsedScript,
  PipelineNode,
  Redirection,
  Statement,
} from "unbash";
import { addState, onAllWays, perhaps, readWays, stateOf } from "./branches";
import { simple, writeOut } from "./calls";
import { startCoprocess } from "./descriptors";
import { expandWord, runNested } from "./expand";
import { goBack, negate, placesOfFailure, settle, standIn, union, type Places } from "./flow";
import { IN_SHELL, NO_STDIN, spend, subshell, type Frame, type Reader, type State } from "./frame";
import { callHook } from "./functions";
import { passMoment } from "./handlers";
import { counted, loop, repeated } from "./loops";
import { placeIn, type Unit } from "./parse";
import { redirects } from "./redirects";
import { aliasKey } from "./setters";
import type { SimpleCommand, Span } from "./types";

/** Reads a script's statements in order. Returns the commands it runs. */
export function walkScript(reader: Reader, frame: Frame, unit: Unit, script: ParsedScript): readonly SimpleCommand[] {
  const before = reader.commands.length;
  statements(reader, frame, unit, script.commands);
  return reader.commands.slice(before);
}

function statements(reader: Reader, frame: Frame, unit: Unit, list: readonly Statement[]): void {
  for (const statement of list) {
    const span = placeIn(unit, statement.pos, statement.end);
    spend(reader, span);
    if (frame.traps.length > 0) passMoment(reader, frame, span);
    const own = statement.background === true ? subshell(frame, { background: true, traps: [] }) : frame;
    const { command } = statement;
    if (command.type !== "AndOr") pipeline(reader, own, unit, command);
    else andOr(reader, own, unit, command);
  }
}

/** What comes behind `&&` or `||` may be left out; only where it changes the shell does that make a difference here. */
function andOr(reader: Reader, frame: Frame, unit: Unit, { commands, operators, pos, end }: AndOr): void {
  const left: State[] = [];
  /** Where a part of the list failed, and nothing has dealt with it. */
  let failed: Places = [];
  for (const [i, part] of commands.entries()) {
    if (i === 0) {
      pipeline(reader, frame, unit, part);
      continue;
    }
    failed = union(failed, placesOfFailure(frame));
    const changes = changesShell(frame, part);
    if (changes) spend(reader, placeIn(unit, pos, end), Math.ceil(frame.variables.size / 8));
    if (operators[i - 1] === "&&") {
      const skipped = changes ? stateOf(frame) : null;
      const before = frame.ended;
      pipeline(reader, frame, unit, part);
      if (skipped !== null && frame.ended !== null && before === null) {
        goBack(frame, skipped);
        standIn(frame, failed);
      } else if (skipped !== null) left.push(skipped);
    } else {
      otherwise(reader, frame, unit, part, failed, changes);
      failed = [];
    }
  }
  for (const state of left) addState(frame, state);
  if (failed.length > 0) frame.failed = { places: union(failed, placesOfFailure(frame)), negated: false };
}

/** What is behind `||`, which runs in the places where something failed. */
function otherwise(reader: Reader, frame: Frame, unit: Unit, part: PipelineNode, places: Places, changes: boolean) {
  const moves = places.some((place) => place !== frame.cwd);
  if (!changes && !moves) return pipeline(reader, frame, unit, part);
  const before = frame.ended;
  const done = stateOf(frame);
  standIn(frame, places);
  pipeline(reader, frame, unit, part);
  if (frame.ended !== null && before === null) goBack(frame, done);
  else addState(frame, done);
}

const CHANGING = new Set([
  "cd", "pushd", "popd", "export", "declare", "typeset", "local", "readonly", "read", "printf", "mapfile", "readarray", "unset", "eval", "source", ".", "set", "shift", "let",
  "exit", "return", "break", "continue", "shopt", "alias", "exec",
]); // prettier-ignore

function changesShell(frame: Frame, node: PipelineNode): boolean {
  if (node.type === "Pipeline") return node.commands.length === 1 && changesShell(frame, node.commands[0] as CommandNode);
  if (node.type !== "Command") return node.type !== "Subshell" && node.type !== "TestCommand";
  if (node.name === undefined) return true;
  let { value } = node.name;
  for (const next of node.suffix) {
    if (!IN_SHELL.has(value)) break;
    if (next.type === "Word" && !next.value.startsWith("-")) ({ value } = next);
  }
  return CHANGING.has(value) || frame.functions.has(value) || frame.variables.has(aliasKey(value)) || value.includes("$");
} // prettier-ignore

const body = (reader: Reader, frame: Frame, unit: Unit, list: CompoundList) =>
  statements(reader, frame, unit, list.commands);

function pipeline(reader: Reader, frame: Frame, unit: Unit, node: PipelineNode): void {
  settle(frame);
  if (node.type !== "Pipeline") return command(reader, frame, unit, node);
  if (node.commands.length === 1) {
    command(reader, frame, unit, node.commands[0] as CommandNode);
    if (node.prefixes.filter(({ type }) => type === "Negation").length % 2 === 1) negate(frame);
    return;
  }
  let { stdin } = frame;
  for (const [i, stage] of node.commands.entries()) {
    const before = reader.commands.length;
    const own = subshell(frame, { stdin, traps: [] });
    command(reader, own, unit, stage);
    stdin = { ...NO_STDIN, from: reader.commands.slice(before) };
    // With this the last part runs in the shell itself.
    if (i === node.commands.length - 1 && frame.options.has("lastpipe")) addState(frame, stateOf(own));
  }
}

function command(reader: Reader, frame: Frame, unit: Unit, node: CommandNode): void {
  switch (node.type) {
    case "Command":
      return simple(reader, frame, unit, node);
    case "Subshell":
      return body(reader, subshell(frame, { traps: [] }), unit, node.body);
    case "BraceGroup":
      return body(reader, frame, unit, node.body);
    case "If":
      return conditional(reader, frame, unit, node);
    case "While":
      return repeated(reader, frame, unit, node, body);
    case "For":
    case "Select":
      return loop(reader, frame, unit, node, body);
    case "ArithmeticFor":
      for (const part of [node.initialize, node.test, node.update])
        if (part !== undefined) runNested(reader, frame, unit, part);
      return counted(reader, frame, unit, node, body);
    case "Case":
      return choice(reader, frame, unit, node);
    case "Function":
      frame.functions = new Map(frame.functions).set(node.name.value, [{ node, unit }]);
      return callHook(reader, frame, { node, unit });
    case "Coproc":
      return startCoprocess(reader, frame, node, (state) =>
        node.body.type === "CompoundList"
          ? body(reader, state, unit, node.body)
          : command(reader, state, unit, node.body),
      );
    case "TestCommand":
    case "ArithmeticCommand":
      runNested(reader, frame, unit, node);
      return;
    case "Redirected":
      return onAllWays(frame, node.redirects.map(({ pos, end }) => unit.source.slice(pos, end)).join(" "), (state) =>
        redirected(reader, state, unit, node.command, node.redirects, placeIn(unit, node.pos, node.end)),
      );
  }
}

function conditional(reader: Reader, frame: Frame, unit: Unit, node: If): void {
  body(reader, frame, unit, node.clause);
  const failed = placesOfFailure(frame);
  const moves = failed.some((place) => place !== frame.cwd);
  const ways = [
    () => body(reader, frame, unit, node.then),
    ...node.elif.map(({ clause, then }) => () => {
      standIn(frame, failed);
      body(reader, frame, unit, clause);
      frame.failed = null;
      body(reader, frame, unit, then);
    }),
  ];
  const { else: last } = node;
  if (last !== undefined || moves)
    ways.push(() => {
      standIn(frame, failed);
      if (last !== undefined) body(reader, frame, unit, last);
    });
  readWays(reader, frame, placeIn(unit, node.pos, node.end), ways, last === undefined && !moves);
}

function choice(reader: Reader, frame: Frame, unit: Unit, node: Case): void {
  expandWord(reader, frame, unit, node.word);
  for (const { pattern } of node.items) for (const word of pattern) runNested(reader, frame, unit, word);
  const ways: (() => void)[] = [];
  node.items.forEach((item, i) => {
    const sign = node.items[i - 1]?.terminator;
    const span = placeIn(unit, item.pos, item.end);
    const read = () => body(reader, frame, unit, item.body);
    // `;&` and `;;&` go on here, with what the item before has set.
    const before = sign === ";&" || sign === ";;&" ? ways.pop() : undefined;
    if (before === undefined) ways.push(read);
    else
      ways.push(() => {
        perhaps(reader, frame, span, before);
        if (sign === ";&") read();
        else perhaps(reader, frame, span, read);
      });
  });
  const skippable = !node.items.some(({ pattern }) => pattern.some(({ text }) => text === "*"));
  readWays(reader, frame, placeIn(unit, node.pos, node.end), ways, skippable);
}

/** A compound command with redirects: its input goes to all inside, its output is written by an empty command at the end. */
function redirected(
  reader: Reader,
  frame: Frame,
  unit: Unit,
  inner: CommandNode,
  list: readonly Redirection[],
  span: Span,
): void {
  const { stdin, files, inputs } = redirects(reader, frame, unit, list);
  const before = reader.commands.length;
  const own = { stdin: frame.stdin, inputs: frame.inputs };
  Object.assign(frame, { stdin, inputs });
  command(reader, frame, unit, inner);
  Object.assign(frame, own);
  if (!files.every((file) => file.op === "<")) writeOut(reader, frame, before, files, span);
}
