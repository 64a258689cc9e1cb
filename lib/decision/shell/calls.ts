import type { Command, Redirection, Word as WordNode } from "unbash";
import { assign, declare, declareQuoted } from "./assignments";
import { onAllWays } from "./branches";
import { feedNumbered, stayOpen, waitForPipe, withInputs } from "./descriptors";
import { spellingDisguise } from "./disguise";
import { emit } from "./emit";
import { expandWords } from "./expand";
import { bareCall, NO_STDIN, noteDisguise, subshell, type Call, type Frame, type Reader } from "./frame";
import { placeIn, type Unit } from "./parse";
import { redirects } from "./redirects";
import type { FileRedirect, Span, Word } from "./types";
import { dividedByLetter, isGuess } from "./variables";

/** One call as it is written: its assignments, words and redirects, expanded from left to right. */

/** An empty command that puts where the redirects say what all commands from `before` on give. */
export function writeOut(
  reader: Reader,
  frame: Frame,
  before: number,
  files: readonly FileRedirect[],
  span: Span,
): void {
  const stdin = { ...NO_STDIN, from: reader.commands.slice(before) };
  emit(reader, { ...frame, stdin }, [], { ...bareCall(span), redirects: files });
}

/** A call is read once for each value that its variables may have. */
export function simple(reader: Reader, frame: Frame, unit: Unit, node: Command): void {
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
      declareQuoted(frame, argv, words, reader.calling.length > 0);
      argv.push(...words);
    } else if (part.type === "Assignment") argv.push(declare(reader, frame, unit, part, argv));
    else redirections.push(part);
  }
  const { stdin, files, inputs } = redirects(reader, frame, unit, redirections);
  const same = stdin === frame.stdin && inputs === frame.inputs;
  if (!same && argv.length === 1 && argv[0]?.value === "exec") stayOpen(reader, frame, { stdin, inputs }, files);
  const named = withInputs(inputs, argv);
  const own = same && named === null ? frame : { ...frame, inputs, stdin: named?.stdin ?? stdin };
  const how = { assignments, redirects: files, span };
  runWords(reader, own, frame, named?.argv ?? argv, how);
  waitForPipe(reader, own, files, argv, (state) => runWords(reader, state, state, named?.argv ?? argv, how));
}

function runWords(reader: Reader, own: Frame, frame: Frame, argv: readonly Word[], how: Call): void {
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
  const { redirects: files, span } = how;
  reader.runCall(reader, own, frame, argv, how);
  // Builtins and scripts are no commands that the redirects could belong to.
  if (files.some(writesFile) && !reader.commands.some(({ redirects }, i) => i >= before && redirects === files))
    writeOut(reader, frame, before, files, span);
  if (reader.fed.size > 0 && files.length > 0) feedNumbered(reader, files, before);
}

const writesFile = ({ op, target }: FileRedirect): boolean =>
  op.includes(">") && !/^(?:[\d-]*|\/dev\/null)$/.test(target.value);

function noteSpelling(reader: Reader, unit: Unit, node: WordNode, isProgram: boolean): void {
  const how = spellingDisguise(node, isProgram);
  if (how !== null) noteDisguise(reader, how, placeIn(unit, node.pos, node.end));
}
