import { turnedText } from "../../../shell/disguise";
import { MAX_COMMAND_LENGTH, Unreadable } from "../../../shell/parse";
import type { Reading, ShellScene, SimpleCommand, Word } from "../../../shell/types";
import { readThrough, startReading } from "../../../shell/read";
import { evaluate } from "./evaluate";
import { place, type State } from "./state";
import { parsePowerShell } from "./statements";
import { literal } from "../../../shell/word";
import { valueOf } from "./values";
import { walk } from "./walk";

/** Where a text is read: from the start of a call, or inside another command. */
export type Outer = Pick<SimpleCommand, "cwd" | "where" | "mounts" | "wrappers">;

/**
 * Reads a PowerShell text through to the same commands as a shell's, so that the same rules judge both. Never throws on any text; what
 * cannot be read is in `opaque`.
 * @param files content of files that is known before it runs; what it writes is added
 */
export function readPowerShell(text: Word, scene: ShellScene, files: Map<string, string>, outer: Outer | null): Reading & { whole: boolean } {
  const { reader, frame: first } = startReading(scene, files);
  const frame = { ...first, ...outer };
  const whole = { start: text.start, end: text.end };
  const unit = { source: text.value, shift: text.verbatimAt, whole };
  const state: State = { reader, frame, variables: new Map(), functions: new Map(), calling: [], called: new Set(), unit, places: [], socket: { to: null }, walk }; // prettier-ignore
  const turned = turnedText(text.value);
  if (turned !== null) reader.disguised.push({ ...turned, ...whole });
  const isRead = readThrough(reader, "The PowerShell command", whole, () => {
    if (text.value.length > MAX_COMMAND_LENGTH) throw new Unreadable("is too long to be read through", whole);
    const { parameters, body } = parsePowerShell(text.value);
    for (const { name, otherwise } of parameters)
      if (otherwise !== null) state.variables.set(name, evaluate(state, otherwise));
    state.walk(state, body, false);
    readUncalled(state);
  });
  return { ...reader, whole: isRead };
} // prettier-ignore

/** Functions that are written down and never called: read as if called with something harmless, and what cannot be told of them counts for nothing. */
function readUncalled(state: State): void {
  const doubts = state.reader.opaque.length;
  for (const [name, blocks] of state.functions) {
    if (state.called.has(name)) continue;
    for (const block of blocks) {
      for (const one of [...block.parameters, { name: "args" }, { name: "_" }])
        state.variables.set(one.name, valueOf([literal("argument", place(state, block))]));
      state.walk(state, block.body, false);
    }
  }
  state.reader.opaque.length = Math.min(state.reader.opaque.length, doubts);
}
