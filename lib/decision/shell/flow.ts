import { addState, addWay, atDirectory, stateOf } from "./branches";
import type { Frame, State } from "./frame";

/**
 * Where a list of commands goes on: what is behind `||`, in `else` or in the body of `until` runs where what came before failed, and a
 * `cd` that failed has left the shell where it was. What is behind `exit`, `return` or `break` does not run at all.
 */

/** Directories; null where one is not known. */
export type Places = readonly (string | null)[];

/** Of more places than these none is known. */
const MAX_PLACES = 6;

export function union(one: Places, other: Places): Places {
  const all = new Set([...one, ...other]);
  return all.size > MAX_PLACES ? [null] : [...all];
}

/** A `cd` went from here: where its result is tested, the shell may still be here. */
export function mayStay(frame: Frame, place: string | null): void {
  if (place !== frame.cwd) frame.failed = { places: [place], negated: false };
}

/** Before the next pipeline: where the last one failed counts no more, unless its failure was what it was for. */
export function settle(frame: Frame): void {
  const { failed } = frame;
  if (failed === null) return;
  frame.failed = null;
  if (failed.negated) for (const place of failed.places) addWay(frame, atDirectory(place));
}

/** Where the last pipeline may have failed; asked once. */
export function placesOfFailure(frame: Frame): Places {
  const places = frame.failed?.places ?? [frame.cwd];
  frame.failed = null;
  return places;
}

/** From here on the shell is in one of these places. */
export function standIn(frame: Frame, places: Places): void {
  const [first = null, ...others] = places;
  frame.cwd = first;
  for (const place of others) addWay(frame, atDirectory(place));
}

/** `! cd x` succeeds where `cd x` failed. */
export function negate(frame: Frame): void {
  if (frame.failed === null) return;
  const { places } = frame.failed;
  const went = frame.cwd;
  standIn(frame, places);
  frame.failed = { places: [went], negated: true };
}

/** Puts the shell back where it was before something that ended. */
export function goBack(frame: Frame, state: State): void {
  Object.assign(frame, state, { variables: new Map(state.variables) });
  frame.ended = null;
}

/** Reads a loop. How it was left early, or went round early, is another way to its end. */
export function leavable(frame: Frame, read: () => void): void {
  const { breaks: outer, outerBreaks } = frame;
  const breaks: State[] = [];
  Object.assign(frame, { breaks, outerBreaks: outer });
  read();
  Object.assign(frame, { breaks: outer, outerBreaks });
  if (frame.ended === "loop" || breaks.length > 0) frame.ended = null;
  for (const state of breaks) addState(frame, state);
}

/** `break`, `continue`: the loop's end is reached from here. `break 2` leaves the outer one as well. */
export function leaveLoop(frame: Frame, far: boolean): void {
  if (frame.breaks === null) return;
  frame.breaks.push(stateOf(frame));
  if (far) frame.outerBreaks?.push(stateOf(frame));
  frame.ended = "loop";
}
