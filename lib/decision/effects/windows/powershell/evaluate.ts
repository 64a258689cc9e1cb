import { hasGlob } from "../../../path-glob";
import { spend } from "../../../shell/frame";
import type { Word } from "../../../shell/types";
import { isKnown, literal } from "../../../shell/word";
import { member } from "./members";
import { place, type State } from "./state";
import type { Expression } from "./syntax";
import { bounded, madeOf, NOTHING, spliced, textOf, unknown, type Value, valueOf } from "./values";
import { variable } from "./variables";

/** What an expression gives. What runs inside it is read on the way. */
export function evaluate(state: State, node: Expression): Value {
  const span = place(state, node);
  spend(state.reader, span);
  switch (node.type) {
    case "text":
      return valueOf([plainWord(state, node)]);
    case "joined":
      return valueOf([joined(state, node)]);
    case "variable":
      return variable(state, node.name, span);
    case "run":
      return state.walk(state, node.body, true);
    case "block":
      return { ...NOTHING, block: node.block };
    case "list":
      return listed(node.items.map((item) => evaluate(state, item)));
    case "table":
      return table(state, node);
    case "type":
      return valueOf([literal(`[${node.name}]`, span)]);
    case "cast":
      return cast(state, node);
    case "member":
      return member(state, node, evaluate);
    case "index":
      return index(state, node);
    case "operation":
      return operation(state, node);
  }
}

const listed = (values: readonly Value[]): Value => values.reduce(joinedTo, NOTHING);

/** As items of one list: the same word may be in it twice. */
const joinedTo = (list: Value, next: Value): Value => ({
  ...NOTHING,
  words: bounded([...list.words, ...next.words]),
  commands: next.commands.length === 0 ? list.commands : [...list.commands, ...next.commands],
});

function plainWord(state: State, node: Expression & { type: "text" }): Word {
  const span = place(state, node);
  const written = state.unit.source.slice(node.start, node.end);
  const verbatim = state.unit.shift === null || written !== node.value ? null : span.start;
  return { ...literal(node.value, span), verbatimAt: verbatim, glob: hasGlob(node.value) };
}

function joined(state: State, node: Expression & { type: "joined" }): Word {
  const [only] = node.parts;
  const values = node.parts.map((part) => evaluate(state, part));
  const offset = state.unit.source.startsWith('"', node.start) ? 1 : 0;
  const verbatim =
    node.parts.length === 1 && only?.type === "text" && state.unit.shift !== null && state.unit.source.startsWith(only.value, node.start + offset)
      ? place(state, node).start + offset
      : null; // prettier-ignore
  const word = spliced(values, place(state, node), verbatim);
  return { ...word, glob: hasGlob(word.value) };
}

function table(state: State, node: Expression & { type: "table" }): Value {
  const entries = new Map<string, Value>();
  for (const [key, value] of node.entries)
    entries.set((textOf(evaluate(state, key)) ?? "").toLowerCase(), state.walk(state, [value], true));
  return { ...NOTHING, table: entries };
}

/** Casts that leave a text what it is; the others give something else. */
const KEEPS = /^(?:string|int|int32|int64|long|uri|version|object|xml|array|pscustomobject|ordered|hashtable|io\.fileinfo|io\.directoryinfo|void|string\[\]|object\[\])$/; // prettier-ignore

function cast(state: State, node: Expression & { type: "cast" }): Value {
  const value = evaluate(state, node.of);
  if (KEEPS.test(node.to.replace(/^system\./, ""))) return value;
  if (/^(?:system\.management\.automation\.)?scriptblock$/.test(node.to))
    return { ...value, isCode: value.block === null };
  return valueOf([madeOf(`[${node.to}]`, place(state, node), [value])]);
}

function index(state: State, node: Expression & { type: "index" }): Value {
  const of = evaluate(state, node.of);
  const at = textOf(evaluate(state, node.at));
  const entry = at === null ? undefined : of.table?.get(at.toLowerCase());
  if (entry !== undefined) return entry;
  const item = at === null || of.mixed || of.words.length < 2 ? undefined : of.words.at(Number(at));
  return item === undefined ? valueOf([madeOf("$item", place(state, node), [of])]) : valueOf([item]);
}

const MAX_TEXT = 65_536;

function operation(state: State, node: Expression & { type: "operation" }): Value {
  const left = node.left === null ? NOTHING : evaluate(state, node.left);
  const right = evaluate(state, node.right);
  const span = place(state, node);
  if (/^(?:\+\+|--)$/.test(node.operator) && node.right.type === "variable")
    state.variables.set(node.right.name, valueOf([unknown(`$${node.right.name}`, span)]));
  const known = [...left.words, ...right.words].every(isKnown);
  const result = (text: string): Value => {
    const from = [...left.words, ...right.words].flatMap((word) => [...word.from]);
    return text.length > MAX_TEXT
      ? valueOf([madeOf("$text", span, [left, right])])
      : valueOf([{ ...literal(text, span), from, glob: hasGlob(text) }]);
  };
  switch (node.operator) {
    case "+":
      if (left.words.length > 1 || node.left?.type === "list" || left.table !== null) return { ...listed([left, right]), table: left.table }; // prettier-ignore
      return valueOf([spliced([left, right], span, null)]);
    case "-f":
      return known && left.words.length === 1 ? result(formatted(left, right)) : valueOf([madeOf("$text", span, [left, right])]); // prettier-ignore
    case "-join": {
      const separator = node.left === null ? "" : textOf(right);
      const items = node.left === null ? right : left;
      if (known && separator !== null) return result(items.words.map(({ value }) => value).join(separator));
      return valueOf([madeOf("$text", span, [left, right])]);
    }
    case "-as":
      return left;
    case "??":
      return listed([left, right]);
    case "-replace":
    case "-creplace":
    case "-ireplace":
      if (known && left.words.length === 1 && right.words.length === 2 && isPlain(right)) return result(replacedText(left, right)); // prettier-ignore
      return valueOf(left.words.map((word) => ({ ...madeOf("$text", span, [valueOf([word]), right]) })), left.commands); // prettier-ignore
    case "-split":
      return valueOf([madeOf("$part", span, [left, right])], left.commands);
    default:
      // A comparison gives yes or no, or those of a list that pass.
      return valueOf(left.words.length > 1 ? left.words : [unknown("$test", span)], left.commands);
  }
}

/** No pattern, and no group put in its place. */
const isPlain = ({ words: [from, to] }: Value): boolean =>
  !/[\\^$.|?*+()[\]{}]/.test(from?.value ?? "") && !/\$[\d{&`'+_$]/.test(to?.value ?? "");

function replacedText(left: Value, right: Value): string {
  const [from, to] = right.words.map(({ value }) => value);
  const text = textOf(left) ?? "";
  return from === undefined || from === "" ? text : text.replace(new RegExp(from, "gi"), () => to ?? "");
}

function formatted(left: Value, right: Value): string {
  const items = right.words.map(({ value }) => value);
  return (textOf(left) ?? "").replace(/\{(\d{1,3})(?:[,:][^{}]{0,40})?\}/g, (_, at: string) => items[Number(at)] ?? "");
}
