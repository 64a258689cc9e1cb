import {
  forEachChild,
  type CommandExpansionPart,
  type DoubleQuotedChild,
  type Function as ShellFunction,
  type HereDocBody,
  type ParsedScript,
  type SyntaxNode,
  type Word as WordNode,
  type WordPart,
} from "unbash";
import { expandArithmetic, forgetCounted } from "./arithmetic";
import { expandBraces } from "./braces";
import { cannotTell, NO_STDIN, spend, subshell, type Frame, type Reader } from "./frame";
import { assertParsed, MAX_NESTING, placeIn, type Unit, Unreadable } from "./parse";
import { forgetCountedIn } from "./numbers";
import { outputOf, printed, sinksOf } from "./static-output";
import type { SimpleCommand, Word } from "./types";
import { expandParameter } from "./parameters";
import { runSubscript } from "./subscripts";
import { atHome, expandHere } from "./tilde";
import { assigned, expandVariable, fieldsOf, splitVariable } from "./variables";
import { isKnown, WordBuilder } from "./word";
import { EVALUATING_FLAG, isRiskyQualifier } from "./zsh";
import { matchesOf } from "../matches";

/** The words a syntax word becomes: usually one; more for `{a,b}`, arrays, and unquoted variables that hold several. */
export function expandWords(reader: Reader, frame: Frame, unit: Unit, node: WordNode): readonly Word[] {
  const { parts } = node;
  if (parts !== undefined && parts.length === 1) {
    const several = splitVariable(frame, parts[0] as WordPart);
    if (several !== null) {
      const span = placeIn(unit, node.pos, node.end);
      return several.map((word) => ({ ...word, ...span, verbatimAt: null }));
    }
  }
  const word = expandWord(reader, frame, unit, node);
  // `${X:-a b}`, `$(echo a b)` unquoted: two words.
  if (parts?.length === 1 && /^(?:Parameter|Command)Expansion$/.test(parts[0]?.type ?? ""))
    return fieldsOf(frame, word) ?? [word];
  return parts?.some((part) => part.type === "BraceExpansion") === true ? expandBraces(word) : [word];
}

export function expandWord(reader: Reader, frame: Frame, unit: Unit, node: WordNode): Word {
  const span = placeIn(unit, node.pos, node.end);
  spend(reader, span);
  const builder = new WordBuilder();
  if (/^~[-+](?:\/[\w./*?-]*)?$/.test(node.text)) return expandHere(frame, node, span);
  if (node.parts === undefined) builder.text(node.value);
  else for (const part of node.parts) expandPart(reader, frame, unit, part, builder, false);
  const word = builder.build(span, verbatimAt(unit, node, builder.value));
  const home = /^~(?:\/|$)/.test(node.text) ? assigned(frame, "HOME")?.[0] : undefined;
  return home === undefined ? word : atHome(word, home);
}

/** The text of a here-document, with what its expansions are known to give. */
export function expandHereDoc(reader: Reader, frame: Frame, unit: Unit, body: HereDocBody): Word {
  const span = placeIn(unit, body.pos, body.end);
  const builder = new WordBuilder();
  if (body.parts === undefined) builder.text(body.text);
  else for (const part of body.parts) expandPart(reader, frame, unit, part, builder, true);
  const verbatim = unit.shift !== null && unit.source.slice(body.pos, body.end) === builder.value;
  return builder.build(span, verbatim ? span.start : null);
}

/** Runs the substitutions inside a node whose own value nobody needs: arithmetic, tests, patterns. */
export function runNested(reader: Reader, frame: Frame, unit: Unit, node: SyntaxNode): readonly SimpleCommand[] {
  spend(reader, unit.whole);
  if (
    node.type === "CommandExpansion" ||
    node.type === "ProcessSubstitution" ||
    node.type === "ArithmeticCommandExpansion"
  )
    return substitute(reader, frame, unit, node);
  if (frame.variables.size > 0 && node.type === "ArithmeticWord") variableEvaluated(reader, frame, node.value);
  if (node.type === "TestUnary" && /^-[vR]$/.test(node.operator)) evaluated(reader, frame, unit, node.operand);
  if (node.type === "TestBinary" && ARITHMETIC.test(node.operator))
    for (const side of [node.left, node.right]) evaluated(reader, frame, unit, side);
  forgetCounted(frame, node);
  const commands: SimpleCommand[] = [];
  forEachChild(node, (child) => commands.push(...runNested(reader, frame, unit, child)));
  return commands;
}

const ARITHMETIC = /^-(?:eq|ne|lt|le|gt|ge)$/;

/** A word that the shell evaluates once more: as arithmetic, or as the name of a variable. */
function evaluated(reader: Reader, frame: Frame, unit: Unit, node: WordNode): void {
  const { text } = node;
  if (/^[-\d\s]*$/.test(text)) return;
  forgetCountedIn(frame, text);
  if (!/['"\\$]/.test(text)) return namesEvaluated(reader, frame, unit, text);
  // What substitutes by itself is read where it stands.
  const plain = !text.includes("$(") && !text.includes("`");
  if (plain || /'[^']*(?:\$\(|`)/.test(text)) runSubscript(reader, frame, expandWord(reader, frame, unit, node));
}

function namesEvaluated(reader: Reader, frame: Frame, unit: Unit, text: string): void {
  for (const [name] of matchesOf(text, /[A-Za-z_]\w*/g)) {
    spend(reader, unit.whole);
    variableEvaluated(reader, frame, name);
  }
}

/** In arithmetic a name stands for its value, which is arithmetic again. */
function variableEvaluated(reader: Reader, frame: Frame, name: string): void {
  const value = assigned(frame, name)?.[0];
  if (value !== undefined) runSubscript(reader, frame, value);
}

type Part = WordPart | DoubleQuotedChild;

function expandPart(reader: Reader, frame: Frame, unit: Unit, part: Part, into: WordBuilder, quoted: boolean): void {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return into.text(part.value);
    case "DoubleQuoted":
    case "LocaleString":
      for (const child of part.parts) expandPart(reader, frame, unit, child, into, true);
      return;
    case "Glob":
    case "ExtendedGlob":
      if (part.type === "ExtendedGlob" && isRiskyQualifier(part.pattern)) {
        cannotTell(reader, "A zsh glob qualifier may run code.", placeIn(unit, part.pos, part.end));
      }
      runNested(reader, frame, unit, part);
      into.glob = true;
      return into.text(part.text);
    case "BraceExpansion":
      runNested(reader, frame, unit, part);
      return into.text(part.text);
    case "SimpleExpansion":
      return expandVariable(reader, frame, part.text.slice(1), part.text, into, quoted);
    case "ParameterExpansion": {
      if (EVALUATING_FLAG.test(part.text))
        cannotTell(reader, "A zsh flag evaluates a variable's value.", placeIn(unit, part.pos, part.end));
      const run = (node: SyntaxNode) => runNested(reader, frame, unit, node);
      const word = (node: WordNode) => expandWord(reader, frame, unit, node);
      const evaluate = (node: WordNode) => evaluated(reader, frame, unit, node);
      return expandParameter(reader, frame, part, into, quoted, { run, word, evaluate });
    }
    case "ArithmeticExpansion": {
      const commands = runNested(reader, frame, unit, part);
      return commands.length === 0 ? expandArithmetic(part.expression, into) : into.unknown(part.text, null, commands);
    }
    case "CommandExpansion":
      return expandSubstitution(reader, frame, part, substitute(reader, frame, unit, part), into);
    case "ProcessSubstitution":
      return into.unknown(part.text, null, substitute(reader, frame, unit, part));
  }
}

function expandSubstitution(
  reader: Reader,
  frame: Frame,
  { text, script }: CommandExpansionPart,
  commands: readonly SimpleCommand[],
  into: WordBuilder,
): void {
  const sinks = sinksOf(commands);
  // Where a link leads that was made a moment ago does not show in its name.
  if (sinks.some(resolvesLinks) && reader.commands.some(({ name }) => name === "ln")) return into.unknown(text, null);
  const output = substitutedText(reader, frame, script, sinks);
  if (output === null) return into.unknown(text, null, commands);
  into.add(commands);
  into.text(output.replace(/\n+$/, ""));
}

/** What the commands of a substitution print together; on one of several ways only where all print the same. */
function substitutedText(
  reader: Reader,
  frame: Frame,
  script: ParsedScript | undefined,
  sinks: readonly SimpleCommand[],
) {
  if (sinks.length === 0 || !sinks.every(({ args }) => args.every(isKnown))) return null;
  const whole = printed(sinks, reader);
  if (whole === null || sinks.length === 1 || !mayDivide(frame, script)) return whole;
  const outputs = new Set(sinks.map((sink) => outputOf(sink, reader) ?? "").filter((output) => output !== ""));
  return outputs.size < 2 ? ([...outputs][0] ?? "") : null;
}

const resolvesLinks = ({ name, args }: SimpleCommand): boolean =>
  name === "realpath" || name === "readlink" || (name === "pwd" && args.some(({ value }) => value === "-P"));

/** Not every command in it need run: it divides by itself, or in a function that it calls. */
const mayDivide = (frame: Frame, script: ParsedScript | undefined): boolean =>
  script?.commands.some(({ command }) => {
    if (command.type === "Pipeline") return false;
    if (command.type !== "Command") return true;
    const meanings = frame.functions.get(command.name?.value ?? "") ?? [];
    return meanings.length > 1 || meanings.some(({ node }) => divides(node));
  }) ?? true;

const divides = ({ body }: ShellFunction): boolean =>
  (body.type !== "CompoundList" && body.type !== "BraceGroup") ||
  (body.type === "CompoundList" ? body : body.body).commands.some(
    ({ command }) => command.type !== "Command" && command.type !== "Pipeline",
  );

type Substitution = Extract<
  SyntaxNode,
  { type: "CommandExpansion" | "ProcessSubstitution" | "ArithmeticCommandExpansion" }
>;

/** Commands whose output flows out: none for `>(...)`, into which the surrounding command's output flows. */
function substitute(reader: Reader, frame: Frame, unit: Unit, part: Substitution): readonly SimpleCommand[] {
  if (reader.nesting >= MAX_NESTING) throw new Unreadable("nests too deep to be read", unit.whole);
  reader.nesting++;
  const commands = substituted(reader, frame, unit, part);
  reader.nesting--;
  return commands;
}

function substituted(reader: Reader, frame: Frame, unit: Unit, part: Substitution): readonly SimpleCommand[] {
  const { script } = part;
  const own = script?.source;
  const inner = own === undefined ? unit : { source: own, shift: null, whole: placeIn(unit, part.pos, part.end) };
  assertParsed(script, inner);
  if (part.type !== "ProcessSubstitution" || part.operator === "<")
    return reader.runScript(subshell(frame, { traps: [] }), inner, script);
  reader.feeds.push((command) => {
    // What is printed goes in here, and no longer where the redirect said.
    const redirects = command.redirects.filter(({ target }) => target.value !== part.text);
    reader.runScript(subshell(frame, { stdin: { ...NO_STDIN, from: [{ ...command, redirects }] } }), inner, script);
  });
  return [];
}

/** Where a word's value stands as it is: unquoted, or between one pair of quotes. */
function verbatimAt(unit: Unit, node: WordNode, value: string): number | null {
  if (unit.shift === null) return null;
  if (node.text === value) return node.pos + unit.shift;
  const inside = node.parts?.length === 1 && node.text.slice(1, -1) === value;
  return inside ? node.pos + 1 + unit.shift : null;
}
