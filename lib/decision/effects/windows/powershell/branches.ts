import { spend } from "../../../shell/frame";
import type { State } from "./state";
import { both, type Value } from "./values";

/** What may run or not, or in a scope of its own: variables it sets hold the one or the other. */
export function perhaps(state: State, read: () => Value): Value {
  spend(state.reader, state.unit.whole, 1 + (state.variables.size >> 2));
  const before = new Map(state.variables);
  const found = read();
  for (const [name, other] of before) {
    const value = state.variables.get(name);
    if (value === other) continue;
    const either = value === undefined ? other : both(other, value);
    state.variables.set(name, { ...either, mixed: either.mixed || other.words.length > 1 });
  }
  return found;
}

/** What may run again: a second time where it changes what it goes by. */
export function repeated(state: State, read: () => Value): Value {
  const before = new Map(state.variables);
  const found = perhaps(state, read);
  for (const [name, value] of before) if (state.variables.get(name) !== value) return both(found, perhaps(state, read));
  return found;
}

/** One of several ways: where the session works after it may differ. */
export function way(state: State, read: () => Value): Value {
  const { cwd } = state.frame;
  const { length } = state.places;
  const found = repeated(state, read);
  if (state.frame.cwd !== cwd) state.frame.cwd = null;
  if (state.places.length !== length) state.places.length = 0;
  return found;
}
