import type {
  AndOr,
  Case,
  Command,
  CommandNode,
  CompoundList,
  If,
  ParsedScript,
  PipelineNode,
  Redirection,
  Statement,
  Word as WordNode,
} from "unbash";
import { assign, declare, declareQuoted } from "./assignments";
import { addState, onAllWays, readWays, stateOf } from "./branches";
import { expandHereDoc, expandWord, expandWords, runNested } from "./expand";
import { spellingDisguise } from "./disguise";
import { bareCall, NO_STDIN, noteDisguise, spend, subshell, type Frame, type Reader, type State } from "./frame";
import { placeIn, type Unit } from "./parse";
import { emit } from "./emit";
import { callHook } from "./functions";
import { counted, loop, repeated } from "./loops";
import type { FileRedirect, SimpleCommand, Span, Stdin, Word } from "./types";
import { dividedByLetter, isGuess } from "./variables";

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
    else andOr(reader, own, unit, command);
  }
}

/** What comes behind `&&` or `||` may be left out; only where it changes the shell does that make a difference here. */
function andOr(reader: Reader, frame: Frame, unit: Unit, { commands, operators }: AndOr): void {
  const start = frame.cwd;
  const left: State[] = [];
  for (const [i, part] of commands.entries()) {
    if (i > 0 && changesShell(frame, part)) {
      left.push(stateOf(frame));
      // What is behind `||` runs where the directory was not changed.
      if (operators[i - 1] === "||") frame.cwd = start;
    }
    pipeline(reader, frame, unit, part);
  }
  for (const state of left) addState(frame, state);
}

const CHANGING = new Set([
  "cd", "pushd", "popd", "export", "declare", "typeset", "local", "readonly", "read", "printf", "mapfile", "readarray", "unset", "eval", "source", ".", "set", "shift", "let",
]); // prettier-ignore

const changesShell = (frame: Frame, node: PipelineNode): boolean =>
  node.type === "Command"
    ? node.name === undefined || CHANGING.has(node.name.value) || frame.functions.has(node.name.value)
    : node.type !== "Pipeline" && node.type !== "Subshell" && node.type !== "TestCommand";

const body = (reader: Reader, frame: Frame, unit: Unit, list: CompoundList) =>
  statements(reader, frame, unit, list.commands);

function pipeline(reader: Reader, frame: Frame, unit: Unit, node: PipelineNode): void {
  if (node.type !== "Pipeline") return command(reader, frame, unit, node);
  if (node.commands.length === 1) return command(reader, frame, unit, node.commands[0] as CommandNode);
  let { stdin } = frame;
  for (const stage of node.commands) {
    const before = reader.commands.length;
    command(reader, subshell(frame, { stdin }), unit, stage);
    stdin = { ...NO_STDIN, from: reader.commands.slice(before) };
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
      return node.body.type === "CompoundList"
        ? body(reader, frame, unit, node.body)
        : command(reader, subshell(frame, { background: true }), unit, node.body);
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
  const ways = [
    () => body(reader, frame, unit, node.then),
    ...node.elif.map(({ clause, then }) => () => {
      body(reader, frame, unit, clause);
      body(reader, frame, unit, then);
    }),
  ];
  const { else: last } = node;
  if (last !== undefined) ways.push(() => body(reader, frame, unit, last));
  readWays(reader, frame, placeIn(unit, node.pos, node.end), ways, last === undefined);
}

function choice(reader: Reader, frame: Frame, unit: Unit, node: Case): void {
  expandWord(reader, frame, unit, node.word);
  for (const { pattern } of node.items) for (const word of pattern) runNested(reader, frame, unit, word);
  const ways = node.items.map((item) => () => body(reader, frame, unit, item.body));
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
  const { stdin, files } = redirects(reader, frame, unit, list, frame.stdin);
  const before = reader.commands.length;
  const own = frame.stdin;
  frame.stdin = stdin;
  command(reader, frame, unit, inner);
  frame.stdin = own;
  if (!files.every((file) => file.op === "<")) writeOut(reader, frame, before, files, span);
}

/** An empty command that puts where the redirects say what all commands from `before` on give. */
function writeOut(reader: Reader, frame: Frame, before: number, files: readonly FileRedirect[], span: Span): void {
  const stdin = { ...NO_STDIN, from: reader.commands.slice(before) };
  emit(reader, { ...frame, stdin }, [], { ...bareCall(span), redirects: files });
}

/** A call is read once for each value that its variables may have. */
function simple(reader: Reader, frame: Frame, unit: Unit, node: Command): void {
  onAllWays(frame, unit.source.slice(node.pos, node.end), (state) => call(reader, state, unit, node));
}

function call(reader: Reader, frame: Frame, unit: Unit, node: Command): void {
  const span = placeIn(unit, node.pos, node.end);
  const assignments = new Map<string, Word>();
  const redirections: Redirection[] = [];
  for (const part of node.prefix) {
    if (part.type !== "Assignment") redirections.push(part);
    else assign(reader, frame, unit, part, assignments, node.name === undefined);
  }
  if (node.name !== undefined) noteSpelling(reader, unit, node.name, true);
  const argv: Word[] = node.name === undefined ? [] : [...expandWords(reader, frame, unit, node.name)];
  const [part] = node.name?.parts ?? [];
  if (part !== undefined && dividedByLetter(frame, part)) noteDisguise(reader, "words divided by a letter", span);
  for (const part of node.suffix) {
    if (part.type === "Word") {
      noteSpelling(reader, unit, part, false);
      const words = expandWords(reader, frame, unit, part);
      declareQuoted(frame, argv, words);
      argv.push(...words);
    } else if (part.type === "Assignment") argv.push(declare(reader, frame, unit, part, argv));
    else redirections.push(part);
  }
  const { stdin, files } = redirects(reader, frame, unit, redirections, frame.stdin);
  const own = stdin === frame.stdin ? frame : { ...frame, stdin };
  const how = { assignments, redirects: files, span };
  // A default may be what it is, or not: both are looked at.
  if (argv.some(isGuess))
    reader.runCall(
      reader,
      own,
      subshell(frame),
      argv.map((word) => (isGuess(word) ? { ...word, unknownAt: -1 } : word)),
      how,
    );
  const before = reader.commands.length;
  reader.runCall(reader, own, frame, argv, how);
  // Builtins and scripts are no commands that the redirects could belong to.
  if (files.some(writesFile) && !reader.commands.some(({ redirects }, i) => i >= before && redirects === files))
    writeOut(reader, frame, before, files, span);
}

const writesFile = ({ op, target }: FileRedirect): boolean =>
  op.includes(">") && !/^(?:[\d-]*|\/dev\/null)$/.test(target.value);

function noteSpelling(reader: Reader, unit: Unit, node: WordNode, isProgram: boolean): void {
  const how = spellingDisguise(node, isProgram);
  if (how !== null) noteDisguise(reader, how, placeIn(unit, node.pos, node.end));
}

/** The number before a redirect; one that the shell chooses is none of the three. */
const fdOf = ({ descriptor }: Redirection): number | undefined =>
  descriptor?.type === "FileDescriptorVariable" ? 10 : descriptor?.value;

function redirects(reader: Reader, frame: Frame, unit: Unit, list: readonly Redirection[], inherited: Stdin) {
  const files: FileRedirect[] = [];
  let stdin = inherited;
  for (const part of list) {
    const fd = fdOf(part);
    const isInput = (fd ?? 0) === 0;
    const text = part.type === "HereDoc" ? expandHereDoc(reader, frame, unit, part.body) : null;
    if (text !== null) stdin = isInput ? { ...NO_STDIN, text } : stdin;
    else if (part.type === "HereDoc" || part.target === undefined) continue;
    else {
      const target = expandWord(reader, frame, unit, part.target);
      if (part.type === "HereString") stdin = isInput ? { ...NO_STDIN, text: target } : stdin;
      else files.push(fd === undefined ? { op: part.operator, target } : { op: part.operator, target, fd });
      if (part.type === "Redirect" && part.operator === "<" && isInput)
        stdin = { from: target.from, text: null, file: target, cwd: frame.cwd };
    }
  }
  return { stdin, files };
}
