import type { ArithmeticFor, CompoundList, For, Select, While } from "unbash";
import { addState, addWay, atDirectory, differs, onAllWays, perhaps, stateOf } from "./branches";
import { emit } from "./emit";
import { expandWords } from "./expand";
import { leavable, placesOfFailure, standIn } from "./flow";
import { RECURSION } from "./functions";
import { bareCall, setVariable, spend, type Frame, type Reader, type Variable } from "./frame";
import { placeIn, type Unit } from "./parse";
import { producedPaths } from "./produced";
import type { Span, Word } from "./types";
import { isKnown, literal, unknownValue } from "./word";

const MAX_LOOP_ITEMS = 64;

type Body = (reader: Reader, frame: Frame, unit: Unit, list: CompoundList) => void;

/** Once, or as often as it takes to `shift` all words away. */
export function repeated(reader: Reader, frame: Frame, unit: Unit, node: While, body: Body): void {
  const left = () => frame.variables.get("@")?.length ?? 0;
  const span = placeIn(unit, node.pos, node.end);
  const once = () => {
    body(reader, frame, unit, node.clause);
    const failed = placesOfFailure(frame);
    const moves = failed.some((place) => place !== frame.cwd);
    const succeeded = moves ? stateOf(frame) : null;
    if (node.kind === "until") standIn(frame, failed);
    perhaps(reader, frame, span, () => body(reader, frame, unit, node.body));
    if (succeeded === null) return;
    if (node.kind === "until") addState(frame, succeeded);
    else for (const place of failed) addWay(frame, atDirectory(place));
  };
  if (multiplies(node, unit)) emit(reader, frame, [literal(RECURSION, span)], bareCall(span));
  const start = left();
  leavable(frame, () => {
    again(reader, frame, span, once, () => left() === start);
    for (let before = start, round = 1; round < MAX_LOOP_ITEMS && left() > 0 && left() < before; round++) {
      before = left();
      once();
    }
  });
  // Where no line is left, `read` makes its variables empty.
  if (node.kind === "while") for (const name of namesRead(node.clause)) addWay(frame, new Map([[name, [literal("", span)]]]));
} // prettier-ignore

/** `while :; do PROGRAM & done`: each round leaves something running, and none waits. */
const multiplies = ({ kind, clause, body }: While, { source }: Unit): boolean =>
  (kind === "while" ? FOREVER : NEVER).test(source.slice(clause.pos, clause.end)) &&
  isLeftRunning(body) &&
  !PACES.test(source.slice(body.pos, body.end));
const FOREVER = /^\s*(?:true|:|\[ 1 \]|\(\( ?1 ?\)\))[\s;]*$/;
const NEVER = /^\s*false[\s;]*$/;
const PACES = /\b(?:u?sleep|wait|read|break|exit|return|select|fg|inotifywait)\b/;
const isLeftRunning = ({ commands }: CompoundList): boolean =>
  commands.some(
    ({ background, command }) => background === true || (command.type === "Subshell" && isLeftRunning(command.body)),
  );

function namesRead({ commands }: CompoundList): readonly string[] {
  const command = commands.at(-1)?.command;
  if (command?.type !== "Command" || command.name?.value !== "read") return [];
  const names = command.suffix.flatMap((word) => (word.type === "Word" && /^[A-Za-z_]\w*$/.test(word.value) ? [word.value] : []));
  return names.length > 0 ? names : ["REPLY"];
} // prettier-ignore

/**
 * What a round sets is there in the next one. A directory or a path that each round takes further (`cd ..`, `d=$(dirname "$d")`) may be
 * anywhere after it.
 * @param counts whether rounds are not followed one by one anyway
 */
function again(reader: Reader, frame: Frame, span: Span, read: () => void, counts = () => true): void {
  const { cwd } = frame;
  const before = new Map(frame.variables);
  read();
  const first = frame.variables;
  const firstCwd = frame.cwd;
  const changed = [...before].filter(([name, value]) => !/^[\d@*]/.test(name) && first.get(name) !== value);
  if (firstCwd === cwd && changed.length === 0) return;
  spend(reader, span, Math.ceil(first.size / 8));
  const after = new Map(first);
  read();
  if (!counts()) return;
  if (firstCwd !== cwd && frame.cwd !== firstCwd) addWay(frame, atDirectory(null));
  for (const [name, value] of changed)
    if (goesFurther(value, after.get(name), frame.variables.get(name)))
      addWay(frame, new Map([[name, [unknownValue(name, span)]]]));
}

/** A path that was another one after each of two rounds. */
function goesFurther(before: Variable, first: Variable | undefined, second: Variable | undefined): boolean {
  if (before.length !== 1 || first?.length !== 1 || second?.length !== 1) return false;
  return isPath(second) && differs(first, before) && differs(second, first);
}

const isPath = ([word]: Variable): boolean => word !== undefined && isKnown(word) && /\/|\.\./.test(word.value);

/** Reads the body once for each item, or once with a stand-in when there are too many. */
export function loop(reader: Reader, frame: Frame, unit: Unit, node: For | Select, body: Body): void {
  const name = node.name.value;
  const span = placeIn(unit, node.body.pos, node.body.end);
  const items = itemsOf(reader, frame, unit, node);
  const known = items.length > 0 && items.length <= MAX_LOOP_ITEMS;
  const round = (item: Word) => {
    const produced = item.unknownAt === 0 ? producedPaths(item.from, reader) : null;
    if (frame.ended === "loop") frame.ended = null;
    setVariable(frame, name, [produced === null ? item : { ...item, value: produced, unknownAt: -1, glob: true }]);
    body(reader, frame, unit, node.body);
  };
  const read = () => {
    for (const item of known ? items : [unknownValue(name, span)])
      if (items.length > 1 && known) round(item);
      else again(reader, frame, span, () => round(item));
  };
  leavable(frame, () => {
    if (known && items.some((item) => isKnown(item) && !item.glob)) read();
    else perhaps(reader, frame, span, read);
  });
}

/** What a loop goes through, on all ways here. */
function itemsOf(reader: Reader, frame: Frame, unit: Unit, { wordlist }: For | Select): readonly Word[] {
  // Without a list it goes through `$@`.
  if (wordlist === undefined)
    return [frame.variables, ...frame.otherwise].flatMap((way) => way.get("@") ?? []).slice(0, MAX_LOOP_ITEMS + 1);
  const items = new Map<string, Word>();
  for (const word of wordlist)
    onAllWays(frame, word.text, (state) => {
      for (const item of expandWords(reader, state, unit, word)) items.set(`${item.unknownAt} ${item.value}`, item);
    });
  return [...items.values()];
}

/** `for ((...; ...; ...))`: how often is not counted. */
export function counted(reader: Reader, frame: Frame, unit: Unit, node: ArithmeticFor, body: Body): void {
  const span = placeIn(unit, node.pos, node.end);
  const read = () => body(reader, frame, unit, node.body);
  leavable(frame, () => perhaps(reader, frame, span, () => again(reader, frame, span, read)));
}
