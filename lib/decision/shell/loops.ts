import type { ArithmeticFor, CommandNode, CompoundList, For, Select, While } from "unbash";
import { onAllWays, readWays } from "./branches";
import { expandWords } from "./expand";
import { setVariable, type Frame, type Reader } from "./frame";
import { placeIn, type Unit } from "./parse";
import { producedPaths } from "./produced";
import type { Word } from "./types";
import { isKnown, unknownValue } from "./word";

const MAX_LOOP_ITEMS = 64;

type Body = (reader: Reader, frame: Frame, unit: Unit, list: CompoundList) => void;

/** Once, or as often as it takes to `shift` all words away. */
export function repeated(reader: Reader, frame: Frame, unit: Unit, node: While, body: Body): void {
  const left = () => frame.variables.get("@")?.length ?? 0;
  const once = () => {
    body(reader, frame, unit, node.clause);
    perhaps(reader, frame, unit, node, () => body(reader, frame, unit, node.body));
  };
  const start = left();
  again(frame, once);
  for (let before = start, round = 1; round < MAX_LOOP_ITEMS && left() > 0 && left() < before; round++) {
    before = left();
    once();
  }
}

/** A body that may run no time at all. */
const perhaps = (reader: Reader, frame: Frame, unit: Unit, { pos, end }: CommandNode, read: () => void): void =>
  readWays(reader, frame, placeIn(unit, pos, end), [read], true);

/** What a round sets is there in the next one. */
function again(frame: Frame, read: () => void): void {
  const { cwd } = frame;
  const before = new Map(frame.variables);
  read();
  if (
    frame.cwd !== cwd ||
    [...before].some(([name, value]) => !/^[\d@*]/.test(name) && frame.variables.get(name) !== value)
  )
    read();
}

/** Reads the body once for each item, or once with a stand-in when there are too many. */
export function loop(reader: Reader, frame: Frame, unit: Unit, node: For | Select, body: Body): void {
  const name = node.name.value;
  const span = placeIn(unit, node.body.pos, node.body.end);
  const items = itemsOf(reader, frame, unit, node);
  const known = items.length > 0 && items.length <= MAX_LOOP_ITEMS;
  const round = (item: Word) => {
    const produced = item.unknownAt === 0 ? producedPaths(item.from, reader) : null;
    setVariable(frame, name, [produced === null ? item : { ...item, value: produced, unknownAt: -1, glob: true }]);
    body(reader, frame, unit, node.body);
  };
  const read = () => {
    for (const item of known ? items : [unknownValue(name, span)])
      if (items.length > 1 && known) round(item);
      else again(frame, () => round(item));
  };
  if (known && items.some((item) => isKnown(item) && !item.glob)) read();
  else perhaps(reader, frame, unit, node, read);
}

/** What a loop goes through, on all ways here. */
function itemsOf(reader: Reader, frame: Frame, unit: Unit, { wordlist }: For | Select): readonly Word[] {
  // Without a list it goes through `$@`.
  if (wordlist === undefined) return frame.variables.get("@") ?? [];
  const items = new Map<string, Word>();
  for (const word of wordlist)
    onAllWays(frame, word.text, (state) => {
      for (const item of expandWords(reader, state, unit, word)) items.set(`${item.unknownAt} ${item.value}`, item);
    });
  return [...items.values()];
}

/** `for ((...; ...; ...))`: how often is not counted. */
export const counted = (reader: Reader, frame: Frame, unit: Unit, node: ArithmeticFor, body: Body): void =>
  perhaps(reader, frame, unit, node, () => again(frame, () => body(reader, frame, unit, node.body)));
