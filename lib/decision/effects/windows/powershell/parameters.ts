import type { Span, Word } from "../../../shell/types";
import { literal } from "../../../shell/word";
import { evaluate } from "./evaluate";
import { place, type State } from "./state";
import type { Argument, Expression } from "./syntax";
import { textOf, type Value, valueOf } from "./values";

/** Parameters of a cmdlet: those that take a value, the first of which go without a name, and those that are given or not. */
export type Shape = { positional?: string; values?: string; switches?: string };

/** A cmdlet's arguments by parameter. `rest`: values without a name beyond those that have a place. */
export type Bound = { values: ReadonlyMap<string, Value>; switches: ReadonlySet<string>; rest: readonly Value[] };

/** An argument with its value looked up once: what runs inside it runs once. */
export type Given = { flag: string | null; attached: Value | null; splat: boolean; value: Value; node: Expression };

export const givenTo = (state: State, args: readonly Argument[]): Given[] =>
  args.map(({ flag, attached, splat, word }) => {
    const inner = attached === null ? null : evaluate(state, attached);
    const whole = inner === null ? evaluate(state, word) : flagged(state, word, inner);
    return { flag, attached: inner, splat, value: whole, node: word };
  });

/** `-Flag:value` as a program would get it. */
const flagged = (state: State, word: Expression, inner: Value): Value =>
  valueOf([literal(`-x:${inner.words[0]?.value ?? ""}`, place(state, word))]);

const split = (names: string): string[] => (names === "" ? [] : names.split(" "));

const COMMON_VALUES = split(
  "erroraction ea warningaction wa informationaction infa progressaction errorvariable ev warningvariable wv outvariable ov outbuffer ob pipelinevariable pv encoding",
);
const COMMON_SWITCHES = split("whatif wi confirm cf verbose vb debug db force recurse passthru");

type Names = { places: readonly string[]; valued: ReadonlySet<string>; known: readonly string[] };

/** Shapes are constants of the tables of cmdlets: each is split up once. */
const NAMES = new WeakMap<Shape, Names>();

function namesOf(shape: Shape): Names {
  const before = NAMES.get(shape);
  if (before !== undefined) return before;
  const { positional = "", values = "", switches = "" } = shape;
  const places = split(positional);
  const valued = new Set([...places, ...split(values), ...COMMON_VALUES]);
  const names = { places, valued, known: [...split(switches), ...valued, ...COMMON_SWITCHES] };
  NAMES.set(shape, names);
  return names;
}

export const NO_SHAPE: Shape = {};

export function bind(given: readonly Given[], shape: Shape): Bound {
  const { places, valued, known } = namesOf(shape);
  const found = new Map<string, Value>();
  const set = new Set<string>();
  const free: Value[] = [];
  for (let i = 0; i < given.length; i++) {
    const { flag, attached, splat, value } = given[i] as Given;
    if (splat && value.table !== null) {
      for (const [key, entry] of value.table) put(nameOf(key, known), entry);
    } else if (flag === null) free.push(value);
    else {
      const name = nameOf(flag, known);
      const next = given[i + 1];
      if (attached !== null) put(name, attached);
      else if (valued.has(name) && next !== undefined && next.flag === null) {
        found.set(name, next.value);
        i++;
      } else set.add(name);
    }
  }
  for (const name of places) {
    if (found.has(name) || free.length === 0) continue;
    found.set(name, free.shift() as Value);
  }
  return { values: found, switches: set, rest: free };

  function put(name: string, value: Value): void {
    if (valued.has(name)) found.set(name, value);
    else if (/^w(?:hatif|i)$/.test(name) ? textOf(value) === "true" : textOf(value) !== "false") set.add(name);
  }
}

/** A parameter by any beginning of its name. */
const nameOf = (flag: string, known: readonly string[]): string =>
  known.includes(flag) ? flag : (known.find((name) => name.startsWith(flag)) ?? flag);

/** The arguments as a program of its own gets them, flags in lower case for cmdlets. */
export function wordsGiven(state: State, given: readonly Given[], span: Span, lower: boolean): Word[] {
  const at = place(state, span);
  return given.flatMap(({ flag, attached, value, node }) => {
    if (flag === null) return [...value.words];
    const start = place(state, node);
    const name = `-${lower ? flag : state.unit.source.slice(node.start + 1, node.start + 1 + flag.length)}`;
    if (attached === null) return [literal(name, start)];
    return lower ? [literal(name, start), ...attached.words] : [literal(`${name}:${attached.words.map(({ value: item }) => item).join(",")}`, at)];
  });
} // prettier-ignore
