import type {
  Command,
  CommandNode,
  CompoundList,
  Function as ShellFunction,
  ParsedScript,
  PipelineNode,
  Redirection,
  Statement,
  Word as WordNode,
} from "unbash";
import { assign, declare } from "./assignments";
import { expandHereDoc, expandWord, expandWords, runNested } from "./expand";
import { INVISIBLE, spellingDisguise } from "./disguise";
import { NO_STDIN, noteDisguise, spend, subshell, type Frame, type Reader } from "./frame";
import { placeIn, type Unit } from "./parse";
import { producedPaths } from "./produced";
import { emit } from "./emit";
import type { FileRedirect, SimpleCommand, Span, Stdin, Word } from "./types";
import { callFunction } from "./scripts";
import { literal } from "./word";

const MAX_LOOP_ITEMS = 64;

/** Reads a script's statements in order. Returns the commands it runs. */
export function walkScript(reader: Reader, frame: Frame, unit: Unit, script: ParsedScript): readonly SimpleCommand[] {
  const before = reader.commands.length;
  statements(reader, frame, unit, script.commands);
  return reader.commands.slice(before);
}

function statements(reader: Reader, frame: Frame, unit: Unit, list: readonly Statement[]): void {
  for (const statement of list) {
    spend(reader, placeIn(unit, statement.pos, statement.end));
    const own = statement.background === true ? subshell(frame, { background: true }) : frame;
    const { command } = statement;
    if (command.type !== "AndOr") pipeline(reader, own, unit, command);
    else for (const part of command.commands) pipeline(reader, own, unit, part);
  }
}

const body = (reader: Reader, frame: Frame, unit: Unit, list: CompoundList) =>
  statements(reader, frame, unit, list.commands);

function pipeline(reader: Reader, frame: Frame, unit: Unit, node: PipelineNode): void {
  if (node.type !== "Pipeline") return command(reader, frame, unit, node);
  if (node.commands.length === 1) return command(reader, frame, unit, node.commands[0] as CommandNode);
  let { stdin } = frame;
  for (const stage of node.commands) {
    const before = reader.commands.length;
    command(reader, subshell(frame, { stdin }), unit, stage);
    stdin = { from: reader.commands.slice(before), text: null, file: null };
  }
}

function command(reader: Reader, frame: Frame, unit: Unit, node: CommandNode): void {
  switch (node.type) {
    case "Command":
      return simple(reader, frame, unit, node);
    case "Subshell":
      return body(reader, subshell(frame), unit, node.body);
    case "BraceGroup":
      return body(reader, frame, unit, node.body);
    case "If":
      body(reader, frame, unit, node.clause);
      body(reader, frame, unit, node.then);
      for (const elif of node.elif) {
        body(reader, frame, unit, elif.clause);
        body(reader, frame, unit, elif.then);
      }
      return node.else === undefined ? undefined : body(reader, frame, unit, node.else);
    case "While":
      body(reader, frame, unit, node.clause);
      return body(reader, frame, unit, node.body);
    case "For":
    case "Select":
      return loop(reader, frame, unit, node.name.value, node.wordlist, node.body);
    case "ArithmeticFor":
      for (const part of [node.initialize, node.test, node.update])
        if (part !== undefined) runNested(reader, frame, unit, part);
      return body(reader, frame, unit, node.body);
    case "Case":
      expandWord(reader, frame, unit, node.word);
      for (const item of node.items) body(reader, frame, unit, item.body);
      return;
    case "Function":
      frame.functions.set(node.name.value, { node, unit });
      // Nobody calls these; the shell does.
      if (HOOKS.has(node.name.value)) callHook(reader, frame, { node, unit });
      return;
    case "Coproc":
      return node.body.type === "CompoundList"
        ? body(reader, frame, unit, node.body)
        : command(reader, subshell(frame), unit, node.body);
    case "TestCommand":
    case "ArithmeticCommand":
      runNested(reader, frame, unit, node);
      return;
    case "Redirected":
      return redirected(reader, frame, unit, node.command, node.redirects, placeIn(unit, node.pos, node.end));
  }
}

const HOOKS = new Set([
  "command_not_found_handle", "command_not_found_handler", "precmd", "preexec", "chpwd", "periodic", "zshexit", "zshaddhistory", "fish_prompt",
]); // prettier-ignore

function callHook(reader: Reader, frame: Frame, fn: { node: ShellFunction; unit: Unit }): void {
  const span = placeIn(fn.unit, fn.node.pos, fn.node.end);
  callFunction(reader, subshell(frame), fn, [literal(fn.node.name.value, span)], { assignments: new Map(), redirects: [], span });
} // prettier-ignore

/** A compound command with redirects: its input goes to all inside, its output is written by an empty command at the end. */
function redirected(
  reader: Reader,
  frame: Frame,
  unit: Unit,
  inner: CommandNode,
  list: readonly Redirection[],
  span: Span,
): void {
  const { stdin, files } = redirects(reader, frame, unit, list, frame.stdin);
  const before = reader.commands.length;
  const own = frame.stdin;
  frame.stdin = stdin;
  command(reader, frame, unit, inner);
  frame.stdin = own;
  if (files.every((file) => file.op === "<")) return;
  const from = reader.commands.slice(before);
  emit(reader, { ...frame, stdin: { from, text: null, file: null } }, [], {
    assignments: new Map(),
    redirects: files,
    span,
  });
}

/** Reads the body once for each item, or once with a stand-in when there are too many. */
function loop(
  reader: Reader,
  frame: Frame,
  unit: Unit,
  name: string,
  list: readonly WordNode[] | undefined,
  inner: CompoundList,
): void {
  const items = (list ?? []).flatMap((word) => [...expandWords(reader, frame, unit, word)]);
  const span = placeIn(unit, inner.pos, inner.end);
  const known = items.length > 0 && items.length <= MAX_LOOP_ITEMS;
  for (const item of known ? items : [{ ...literal(`$${name}`, span), unknownAt: 0, variables: [name] }]) {
    const produced = item.unknownAt === 0 ? producedPaths(item.from, reader) : null;
    frame.variables.set(name, [produced === null ? item : { ...item, value: produced, unknownAt: -1, glob: true }]);
    body(reader, frame, unit, inner);
  }
}

function simple(reader: Reader, frame: Frame, unit: Unit, node: Command): void {
  const span = placeIn(unit, node.pos, node.end);
  const assignments = new Map<string, Word>();
  const redirections: Redirection[] = [];
  for (const part of node.prefix) {
    if (part.type !== "Assignment") redirections.push(part);
    else assign(reader, frame, unit, part, assignments, node.name === undefined);
  }
  if (node.name !== undefined) noteSpelling(reader, unit, node.name, true);
  const argv: Word[] = node.name === undefined ? [] : [...expandWords(reader, frame, unit, node.name)];
  for (const part of node.suffix) {
    if (part.type === "Word") {
      noteSpelling(reader, unit, part, false);
      argv.push(...expandWords(reader, frame, unit, part));
    } else if (part.type === "Assignment") argv.push(declare(reader, frame, unit, part, argv));
    else redirections.push(part);
  }
  const { stdin, files } = redirects(reader, frame, unit, redirections, frame.stdin);
  const own = stdin === frame.stdin ? frame : { ...frame, stdin };
  reader.runCall(reader, own, frame, argv, { assignments, redirects: files, span });
}

function noteSpelling(reader: Reader, unit: Unit, node: WordNode, isProgram: boolean): void {
  const { text } = node;
  const named = isProgram || text.startsWith("-");
  // Most words are plain, and looking at what they are made of costs more than reading them.
  if (!named && !text.includes("$")) return;
  const how =
    named && INVISIBLE.test(text)
      ? "characters that one does not see"
      : /^[\w./-]+$/.test(text)
        ? null
        : spellingDisguise(node, isProgram);
  if (how !== null) noteDisguise(reader, how, placeIn(unit, node.pos, node.end));
}

function redirects(reader: Reader, frame: Frame, unit: Unit, list: readonly Redirection[], inherited: Stdin) {
  const files: FileRedirect[] = [];
  let stdin = inherited;
  for (const part of list) {
    if (part.type === "HereDoc") stdin = { ...NO_STDIN, text: expandHereDoc(reader, frame, unit, part.body) };
    else if (part.target === undefined) continue;
    else if (part.type === "HereString") stdin = { ...NO_STDIN, text: expandWord(reader, frame, unit, part.target) };
    else {
      const target = expandWord(reader, frame, unit, part.target);
      files.push({ op: part.operator, target });
      if (part.operator === "<") stdin = { from: target.from, text: null, file: target };
    }
  }
  return { stdin, files };
}
