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
  While,
  Word as WordNode,
} from "unbash";
import { assign, declare, declareQuoted } from "./assignments";
import { assignOnAllWays, otherStates, readWays } from "./branches";
import { expandHereDoc, expandWord, expandWords, runNested } from "./expand";
import { spellingDisguise } from "./disguise";
import { NO_STDIN, noteDisguise, setVariable, spend, subshell, type Frame, type Reader } from "./frame";
import { placeIn, type Unit } from "./parse";
import { producedPaths } from "./produced";
import { emit } from "./emit";
import { callHook } from "./functions";
import type { FileRedirect, SimpleCommand, Span, Stdin, Word } from "./types";
import { dividedByLetter, isGuess } from "./variables";
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
    else andOr(reader, own, unit, command);
  }
}

/** What comes behind `&&` or `||` may be left out; only where it sets variables does that make a difference here. */
function andOr(reader: Reader, frame: Frame, unit: Unit, { commands, pos, end }: AndOr): void {
  for (const [i, part] of commands.entries()) {
    const read = () => pipeline(reader, frame, unit, part);
    if (i > 0 && setsVariables(part)) readWays(reader, frame, placeIn(unit, pos, end), [read], true);
    else read();
  }
}

const setsVariables = (node: PipelineNode): boolean =>
  node.type === "BraceGroup" || (node.type === "Command" && node.name === undefined && node.prefix.length > 0);

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
      return conditional(reader, frame, unit, node);
    case "While":
      return repeated(reader, frame, unit, node);
    case "For":
    case "Select":
      return loop(reader, frame, unit, node.name.value, node.wordlist, node.body);
    case "ArithmeticFor":
      for (const part of [node.initialize, node.test, node.update])
        if (part !== undefined) runNested(reader, frame, unit, part);
      return body(reader, frame, unit, node.body);
    case "Case":
      return choice(reader, frame, unit, node);
    case "Function":
      frame.functions.set(node.name.value, { node, unit });
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
      return redirected(reader, frame, unit, node.command, node.redirects, placeIn(unit, node.pos, node.end));
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
  const ways = node.items.map((item) => () => body(reader, frame, unit, item.body));
  const skippable = !node.items.some(({ pattern }) => pattern.some(({ text }) => text === "*"));
  readWays(reader, frame, placeIn(unit, node.pos, node.end), ways, skippable);
}

/** Once, or as often as it takes to `shift` all words away. */
function repeated(reader: Reader, frame: Frame, unit: Unit, node: While): void {
  const left = () => frame.variables.get("@")?.length ?? 0;
  for (let before = left(), round = 0; round < MAX_LOOP_ITEMS; before = left(), round++) {
    body(reader, frame, unit, node.clause);
    body(reader, frame, unit, node.body);
    if (left() === 0 || left() >= before) return;
  }
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
  // Without a list it goes through `$@`.
  const items = list?.flatMap((word) => [...expandWords(reader, frame, unit, word)]) ?? frame.variables.get("@") ?? [];
  const span = placeIn(unit, inner.pos, inner.end);
  const known = items.length > 0 && items.length <= MAX_LOOP_ITEMS;
  for (const item of known ? items : [{ ...literal(`$${name}`, span), unknownAt: 0, variables: [name] }]) {
    const produced = item.unknownAt === 0 ? producedPaths(item.from, reader) : null;
    setVariable(frame, name, [produced === null ? item : { ...item, value: produced, unknownAt: -1, glob: true }]);
    body(reader, frame, unit, inner);
  }
}

/** A call is read once for each value that its variables may have; the last reading is the one that goes on. */
function simple(reader: Reader, frame: Frame, unit: Unit, node: Command): void {
  if (frame.otherwise.length > 0 && node.name === undefined) {
    const names = node.prefix.flatMap((part) => (part.type === "Assignment" ? [part.name] : []));
    return assignOnAllWays(frame, names, (state) => call(reader, state, unit, node));
  }
  for (const state of otherStates(frame, unit.source.slice(node.pos, node.end))) call(reader, state, unit, node);
  call(reader, frame, unit, node);
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
  reader.runCall(reader, own, frame, argv, how);
}

function noteSpelling(reader: Reader, unit: Unit, node: WordNode, isProgram: boolean): void {
  const how = spellingDisguise(node, isProgram);
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
