import { effectsOf, type Findings } from "../effects/effects-of";
import { MAX_PATH_LENGTH } from "../input-shape";
import { inputText } from "../input-text";
import type { PathGlob } from "../path-glob";
import { resolvePath } from "../paths";
import { homeOf } from "../project";
import type { Reading } from "../shell/types";
import type { Action, TrustLookup } from "../types";
import { subcommandsOf, type Subcommand } from "./bash";
import { pathsInCode } from "./code-paths";
import { canonicalTool } from "./parse";
import { pathForms } from "./path";
import { EDITING, READING, SHELL } from "./tools";

/** Facts of an action that rules look at; each is worked out at most once. */
export type Facts = {
  action: Action;
  tool: string;
  /** Calls of a shell command; null when it cannot be read through. */
  subcommands: () => readonly Subcommand[] | null;
  /** Calls that code on the command line makes (`python3 -c`); null when some of it cannot be read through. */
  innerSubcommands: () => readonly Subcommand[] | null;
  paths: () => TouchedPaths;
};

/** Paths a call edits, and those it reads, each in the forms it may stand for. `unclear`: it names more than could be read. */
export type TouchedPaths = {
  edited: readonly (readonly PathGlob[])[];
  read: readonly (readonly PathGlob[])[];
  unclear: boolean;
};

/** Paths of one call that are compared with rules. */
const MAX_PATHS = 1_000;

export function factsOf(action: Action, trust: TrustLookup): Facts {
  const findings = once(() => effectsOf(action, trust));
  const command = inputText(action, "command") ?? "";
  return {
    action,
    tool: canonicalTool(action.tool),
    subcommands: once(() => callsIn([findings().reading], command)),
    innerSubcommands: once(() => callsIn(findings().nested, "")),
    paths: once(() => touchedPaths(action, findings)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function callsIn(readings: readonly (Reading | null)[], source: string): readonly Subcommand[] | null {
  const calls: Subcommand[] = [];
  for (const reading of readings) {
    if (reading === null || reading.opaque.length > 0) return null;
    calls.push(...subcommandsOf(reading, source));
  }
  return calls;
}

function touchedPaths(action: Action, findings: () => Findings): TouchedPaths {
  const edited = new Set<string>();
  const read = new Set<string>();
  const shell = SHELL.has(action.tool);
  const unclear = namedPaths(action, EDITING.has(action.tool) ? edited : read);
  if (shell) {
    const { effects, reading } = findings();
    for (const { kind, target, targetType } of effects) {
      if (targetType !== "path" || target === null) continue;
      (kind === "read" || kind === "credential-read" ? read : edited).add(target);
    }
    if (reading !== null) for (const path of pathsInCode(reading, homeOf(action))) read.add(path);
  }
  const all = [...edited, ...read];
  const forms = (paths: Set<string>) =>
    [...paths]
      .filter((path) => path.length <= MAX_PATH_LENGTH)
      .slice(0, MAX_PATHS)
      .map((path) => pathForms(path, shell));
  const tooMuch = all.length > MAX_PATHS || all.some((path) => path.length > MAX_PATH_LENGTH);
  return { edited: forms(edited), read: forms(read), unclear: unclear || tooMuch };
}

/** Adds what the input itself names; true when it names something that cannot be read. */
function namedPaths(action: Action, into: Set<string>): boolean {
  if (!EDITING.has(action.tool) && !READING.has(action.tool)) return false;
  let unclear = false;
  for (const field of ["file_path", "notebook_path", "path"]) {
    const value = action.input[field];
    if (value === undefined || value === null) continue;
    const path =
      typeof value === "string" && value.length <= MAX_PATH_LENGTH
        ? resolvePath(value, action.cwd, homeOf(action))
        : null;
    if (path === null) unclear = true;
    else into.add(path);
  }
  return unclear;
}
