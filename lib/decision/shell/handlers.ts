import { addState, differs, stateOf } from "./branches";
import { emit } from "./emit";
import { HOOK, spend, subshell, wrapped, type Frame, type Reader, type Run, type State, type Trap } from "./frame";
import { runText } from "./scripts";
import type { Span } from "./types";
import { unknownValue } from "./word";

/** `trap`: what the shell runs when it ends, when something fails, before each command or when a signal comes. */

/** More states in which one may run are not told apart. */
const MAX_MOMENTS = 16;
const MAX_ROUNDS = 8;

export const trap: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  const operands = argv.slice(1).filter((word) => word.value !== "--");
  const [handler] = operands;
  if (handler === undefined || /^(-|-[lp]|)$/.test(handler.value)) return;
  const signals = operands.slice(1).map(({ value }) => value.replace(/^SIG/i, "").toUpperCase());
  const each = signals.includes("DEBUG");
  const run = (state: Partial<Frame>) => {
    const inner = subshell(each ? wrapped(shell, HOOK, call.span) : shell, { traps: [] });
    Object.assign(inner, state);
    runText(reader, inner, handler);
  };
  if (shell.unset !== null) return run({});
  const set: Trap = { handler, each, any: signals.some((name) => name !== "EXIT" && name !== "0"), rounds: 0, moments: [] };
  shell.traps = [...shell.traps, set];
  reader.deferred.push(() => {
    run({});
    for (const { state, ends } of set.moments) {
      // What is only set later on is still empty when the shell ends early.
      const later = [...shell.variables].map(([name, value]) => [name, ends ? [] : value] as const);
      run({ ...state, variables: new Map([...later, ...state.variables]) });
    }
  });
}; // prettier-ignore

/** Before a command: a handler may run in the state of now; one for each command does, in the shell itself. */
export function passMoment(reader: Reader, frame: Frame, span: Span): void {
  spend(reader, span, frame.traps.length);
  // A later one takes the place of those before, if it was reached.
  const latest = frame.traps.slice(-2);
  for (const set of frame.traps) {
    if (set.any || frame.options.has("errexit")) addMoment(reader, set, stateOf(frame), false, span);
    if (!set.each || !latest.includes(set) || set.rounds++ >= MAX_ROUNDS) continue;
    const state = subshell(wrapped(frame, HOOK, span), { traps: [] });
    runText(reader, state, set.handler);
    addState(frame, stateOf(state));
  }
}

/** The shell ends here, with the state of now. */
export function passExit(reader: Reader, frame: Frame, span: Span): void {
  for (const set of frame.traps) addMoment(reader, set, stateOf(frame), true, span);
}

function addMoment(reader: Reader, { moments }: Trap, state: State, ends: boolean, span: Span): void {
  spend(reader, span, Math.ceil(state.variables.size / 8));
  const last = moments.at(-1)?.state;
  const changed = [...state.variables].filter(([name, value]) => differs(value, last?.variables.get(name)));
  if (last !== undefined && !ends && last.cwd === state.cwd && changed.length === 0) return;
  if (moments.length < MAX_MOMENTS) moments.push({ state, ends });
  else if (last !== undefined)
    moments[MAX_MOMENTS - 1] = {
      ends,
      state: {
        ...last,
        cwd: last.cwd === state.cwd ? last.cwd : null,
        variables: new Map([...last.variables, ...changed.map(([name]) => [name, [unknownValue(name, span)]] as const)]),
      },
    };
} // prettier-ignore
