import {
  setVariable,
  spend,
  subshell,
  type Ended,
  type Frame,
  type Otherwise,
  type Reader,
  type State,
  type Variable,
} from "./frame";
import type { Span } from "./types";
import { literalOr, NOWHERE, unknownValue } from "./word";

/**
 * Where a command line divides, each way is read from the same state. After it, the shell is as the last way leaves it, and what differs
 * on the others is kept in `frame.otherwise`, so that a call with `$cmd` is read once for each value it may have. Values that are set
 * together stay together.
 */

/** What differs on any further one is not known. */
const MAX_WAYS = 24;

/** Where a way keeps the working directory among its variables. */
const DIRECTORY = "working directory";

export const stateOf = (frame: Frame): State => ({
  variables: new Map(frame.variables),
  otherwise: frame.otherwise,
  cwd: frame.cwd,
  previousCwd: frame.previousCwd,
  functions: frame.functions,
});

/** @param skippable perhaps none of the ways is taken */
export function readWays(
  reader: Reader,
  frame: Frame,
  span: Span,
  ways: readonly (() => void)[],
  skippable: boolean,
): void {
  const start = stateOf(frame);
  const ends: State[] = skippable ? [start] : [];
  const before = frame.ended;
  let ended: Ended = "shell";
  const changed = new Map<string, Variable>();
  for (const read of ways) {
    spend(reader, span, Math.ceil(start.variables.size / 8));
    Object.assign(frame, start, { variables: new Map(start.variables), ended: null, failed: null });
    read();
    // What ended leads no further.
    if (frame.ended === null) {
      for (const [name, value] of changedFrom(start.variables, frame.variables)) changed.set(name, value);
      ends.push(stateOf(frame));
    } else ended = weaker(ended, frame.ended);
  }
  frame.failed = null;
  const last = ends.at(-1);
  if (last === undefined) {
    frame.ended = before ?? ended;
    return;
  }
  if (frame.ended !== null) Object.assign(frame, last, { variables: new Map(last.variables) });
  frame.ended = before;
  for (const [name, value] of changed) if (!frame.variables.has(name)) frame.variables.set(name, value);
  for (const end of ends) addState(frame, end);
}

const changedFrom = (before: Frame["variables"], after: Frame["variables"]): Frame["variables"] =>
  new Map([...after].filter(([name, value]) => before.get(name) !== value));

/** What may run no time at all. */
export const perhaps = (reader: Reader, frame: Frame, span: Span, read: () => void): void =>
  readWays(reader, frame, span, [read], true);

const STRENGTH: readonly Ended[] = ["loop", "function", "shell"];

/** Of several ways that all end, how far that reaches for sure. */
const weaker = (one: Ended, other: Ended): Ended =>
  STRENGTH[Math.min(STRENGTH.indexOf(one), STRENGTH.indexOf(other))] ?? null;

/** Another state in which the shell may be by now. */
export function addState(frame: Frame, state: State): void {
  const way = changedFrom(frame.variables, state.variables);
  if (state.cwd !== frame.cwd) way.set(DIRECTORY, directory(state.cwd));
  addWay(frame, way);
  if (state.otherwise !== frame.otherwise) for (const other of state.otherwise) addWay(frame, other);
  if (state.functions !== frame.functions) frame.functions = bothMeanings(state.functions, frame.functions);
}

function bothMeanings(one: Frame["functions"], other: Frame["functions"]): Frame["functions"] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    [...names].map((name) => [name, [...new Set([...(one.get(name) ?? []), ...(other.get(name) ?? [])])]]),
  );
}

/** Another way to have got here, as far as it differs in what it leaves. */
export function addWay(frame: Frame, way: Otherwise): void {
  const other = new Map([...way].filter(([name, value]) => differs(value, valueNow(frame, name))));
  if (other.size === 0 || frame.otherwise.some((known) => isSame(known, other))) return;
  if (frame.otherwise.length < MAX_WAYS) frame.otherwise = [...frame.otherwise, other];
  else {
    const names = new Set([...(frame.otherwise.at(-1) as Otherwise).keys(), ...other.keys()]);
    frame.otherwise = [
      ...frame.otherwise.slice(0, -1),
      new Map([...names].map((name) => [name, [unknownValue(name, NOWHERE)]])),
    ];
  }
}

const directory = (cwd: string | null): Variable => [literalOr(cwd, DIRECTORY, NOWHERE)];

/** A way on which the shell is in this place. */
export const atDirectory = (place: string | null): Otherwise => new Map([[DIRECTORY, directory(place)]]);

const valueNow = (frame: Frame, name: string) =>
  name === DIRECTORY ? directory(frame.cwd) : frame.variables.get(name);

const isSame = (one: Otherwise, other: Otherwise): boolean =>
  one.size === other.size && [...one].every(([name, value]) => other.has(name) && !differs(value, other.get(name)));

export const differs = (value: Variable, now: Variable | undefined): boolean =>
  now === undefined ||
  now.length !== value.length ||
  value.some((word, i) => word.value !== now[i]?.value || word.unknownAt !== now[i]?.unknownAt);

/**
 * Reads a piece of the command line on every way on which it says something else, so that what is made of a divided value is divided as
 * well. The last reading is the one that goes on.
 */
export function onAllWays(frame: Frame, text: string, read: (state: Frame) => void): void {
  if (frame.otherwise.length === 0) return read(frame);
  const untouched: Otherwise[] = [];
  const touched: Otherwise[] = [];
  const ends = new Map<string, readonly Otherwise[]>();
  const failed: (string | null)[] = [];
  let goesOn = false;
  const readApart = (state: Frame) => {
    read(state);
    goesOn ||= state.ended === null;
    failed.push(...(state.failed?.places ?? []));
  };
  for (const way of frame.otherwise) {
    const matters = [...way].filter(([name]) => name === DIRECTORY || mentions(text, name));
    if (matters.length === 0) {
      untouched.push(way);
      continue;
    }
    const key = JSON.stringify(matters.map(([name, value]) => [name, ...value.map((word) => word.value)]));
    const changes = ends.get(key) ?? changesOn(frame, way, readApart);
    ends.set(key, changes);
    touched.push(...changes.map((change) => new Map([...way, ...change])));
  }
  frame.otherwise = untouched;
  read(frame);
  if (goesOn) frame.ended = null;
  if (failed.length > 0)
    frame.failed = {
      places: [...new Set([...(frame.failed?.places ?? []), ...failed])],
      negated: frame.failed?.negated ?? false,
    };
  for (const way of touched) addWay(frame, way);
}

const mentions = (text: string, name: string): boolean =>
  (name === "HOME" && text.includes("~")) ||
  (text.includes(name) && (/\(\(|\$\{[!#]/.test(text) || text.includes(`$${name}`) || text.includes(`{${name}`)));

/** What reading on one way changes, and on the ways that it divides into. */
function changesOn(frame: Frame, way: Otherwise, read: (state: Frame) => void): readonly Otherwise[] {
  const state = subshell(frame, { otherwise: [] });
  for (const [name, value] of way) {
    if (name === DIRECTORY) state.cwd = value[0]?.unknownAt === -1 ? value[0].value : null;
    else setVariable(state, name, value);
  }
  const before = new Map(state.variables);
  read(state);
  const changes = changedFrom(before, state.variables);
  changes.set(DIRECTORY, directory(state.cwd));
  return [changes, ...state.otherwise.map((other) => new Map([...changes, ...other]))];
}
