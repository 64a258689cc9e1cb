import { setVariable, spend, subshell, type Frame, type Otherwise, type Reader, type Variable } from "./frame";
import type { Span } from "./types";
import { isKnown } from "./word";

/**
 * Where a command line divides, each way is read from the same state. After it, variables have the values of the last way, and what
 * they hold on the others is kept in `frame.otherwise`, so that a call with `$cmd` is read once for each value it may have. Values that
 * are set together stay together.
 */

const MAX_WAYS = 8;

/** @param skippable perhaps none of the ways is taken */
export function readWays(
  reader: Reader,
  frame: Frame,
  span: Span,
  ways: readonly (() => void)[],
  skippable: boolean,
): void {
  const start = frame.variables;
  const changes: Otherwise[] = [];
  for (const read of ways) {
    spend(reader, span, Math.ceil(start.size / 8));
    frame.variables = new Map(start);
    read();
    changes.push(new Map([...frame.variables].filter(([name, value]) => start.get(name) !== value)));
  }
  frame.variables = new Map([start, ...changes].flatMap((way) => [...way]));
  const names = new Set(changes.flatMap((way) => [...way.keys()]));
  const before = new Map([...start].filter(([name]) => names.has(name)));
  const all = skippable ? [before, ...changes] : changes;
  for (const way of all) addWay(frame, way);
}

/** Another way to have got here, as far as it differs in what it leaves in variables. */
export function addWay(frame: Frame, way: Otherwise): void {
  const other = new Map([...way].filter(([name, value]) => differs(value, frame.variables.get(name))));
  if (other.size > 0 && frame.otherwise.length < MAX_WAYS) frame.otherwise = [...frame.otherwise, other];
}

/** An empty value is one that is yet to be set. */
const differs = (value: Variable, now: Variable | undefined): boolean =>
  value.length > 0 &&
  value.every((word) => isKnown(word) && word.value !== "") &&
  (now === undefined || now.length !== value.length || value.some((word, i) => word.value !== now[i]?.value));

/** The states on the other ways here in which a text that names variables says something else. */
export function otherStates(frame: Frame, text: string): readonly Frame[] {
  return frame.otherwise
    .filter((way) => [...way.keys()].some((name) => text.includes(`$${name}`) || text.includes(`{${name}`)))
    .map((way) => stateOn(frame, way));
}

function stateOn(frame: Frame, way: Otherwise): Frame {
  const state = subshell(frame, { otherwise: [] });
  for (const [name, value] of way) setVariable(state, name, value);
  return state;
}

/** Reads assignments on every way, so that what is made of a divided value is divided as well. */
export function assignOnAllWays(frame: Frame, names: readonly string[], read: (state: Frame) => void): void {
  const ways = frame.otherwise.map((way) => {
    const state = stateOn(frame, way);
    read(state);
    return new Map([...way, ...names.flatMap((name) => entry(name, state.variables.get(name)))]);
  });
  read(frame);
  frame.otherwise = [];
  for (const way of ways) addWay(frame, way);
}

const entry = (name: string, value: Variable | undefined): [string, Variable][] =>
  value === undefined ? [] : [[name, value]];
