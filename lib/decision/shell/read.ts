import { emit } from "./emit";
import { readUncalled } from "./functions";
import { bareCall, cannotTell, NO_STDIN, type Frame, type Reader } from "./frame";
import { turnedText } from "./disguise";
import { parseUnit, Unreadable, type Unit } from "./parse";
import { run } from "./run";
import type { Reading, ShellScene, Span } from "./types";
import { walkScript } from "./walk";

/** An empty reading and the state it starts from: also for other languages whose calls end in the same commands. */
export function startReading(scene: ShellScene, files: Map<string, string>): { reader: Reader; frame: Frame } {
  const reader: Reader = {
    scene,
    commands: [],
    opaque: [],
    disguised: [],
    files,
    isCut: false,
    nodes: 0,
    depth: 0,
    nesting: 0,
    calling: [],
    called: new Set(),
    deferred: [],
    feeds: [],
    fed: new Map(),
    fifos: new Set(),
    runScript: (frame, unit, script) => walkScript(reader, frame, unit, script),
    runCall: run,
  };
  const frame: Frame = {
    cwd: scene.cwd,
    previousCwd: null,
    variables: new Map(),
    otherwise: [],
    unset: null,
    locals: new Set(),
    functions: new Map(),
    returns: [],
    breaks: null,
    outerBreaks: null,
    ended: null,
    failed: null,
    traps: [],
    options: new Set(),
    inputs: new Map(),
    stdin: NO_STDIN,
    where: "here",
    mounts: [],
    wrappers: [],
    background: false,
  };
  return { reader, frame };
}

/**
 * Reads a bash command line through: which programs it would run, with what arguments, where, and fed by what. Never throws on
 * any text; what cannot be read is in `opaque`.
 * @param files content of files that is known before it runs; what it writes is added
 */
export function readShell(text: string, scene: ShellScene, files = new Map<string, string>()): Reading {
  const { reader, frame } = startReading(scene, files);
  const unit: Unit = { source: text, shift: 0, whole: { start: 0, end: text.length } };
  const turned = turnedText(text);
  if (turned !== null) reader.disguised.push(turned);
  readThrough(reader, "The command", unit.whole, () => {
    reader.runScript(frame, unit, parseUnit(unit));
    // A handler may set another one.
    for (const run of reader.deferred) run();
    readUncalled(reader, frame);
    // What waits for the output of a builtin gets none, and runs.
    while (reader.feeds.length > 0) emit(reader, frame, [], bareCall(unit.whole));
  }, true);
  return reader;
} // prettier-ignore

/** Whether a text is read to its end; why not is noted. `exact`: at the very place, where places in the text are places in the evidence. */
export function readThrough(reader: Reader, what: string, whole: Span, read: () => void, exact = false): boolean {
  try {
    read();
    return true;
  } catch (error) {
    reader.isCut ||= !(error instanceof Unreadable) || error.isTooMuch;
    if (error instanceof Unreadable) cannotTell(reader, `${what} ${error.why}.`, exact ? error.span : whole);
    // The parser calls itself for each level; only a text made for it goes deeper than the stack.
    else if (error instanceof RangeError) cannotTell(reader, `${what} nests too deep to be read.`, whole);
    else throw error;
    return false;
  }
}
