import { dependsOnFiles, filesAfter, type KnownFiles, nothingKnown } from "../earlier";
import { inputText } from "../input-text";
import { homeOf, projectRoots } from "../project";
import { readShell } from "../shell/read";
import type { Reading } from "../shell/types";
import type { Action, Effect, Opaque, TrustLookup } from "../types";
import { addReading } from "./from-reading";
import type { Scene } from "./scene";
import { addToolEffects } from "./tools/tools";

/** Everything an action would do, what of it could not be read, and the command line with those found inside other programs' code. */
export type Findings = {
  effects: readonly Effect[];
  opaque: readonly Opaque[];
  /** Null for other tools than the shell. */
  reading: Reading | null;
  nested: readonly Reading[];
};

const SHELL_TOOLS = new Set(["Bash", "Monitor"]);

/** Characters: as much as one command may be long. */
const MAX_SCRIPTS = 65_536;

/** Earlier calls are followed only where the action runs or sends something, which then is judged by what they wrote or fetched there. */
export function effectsOf(action: Action, trust: TrustLookup): Findings {
  const findings = findingsOf(action, trust, nothingKnown());
  if (action.earlier === undefined || action.earlier.length === 0 || !dependsOnFiles(findings.effects)) return findings;
  const known = filesAfter(action, nothingKnown(), ({ tool, input, cwd }, before) => {
    const { effects } = findingsOf({ ...action, tool, input, cwd }, trust, before);
    for (const { kind, target } of effects)
      if ((kind === "write" || kind === "overwrite") && target !== null) before.made.add(target);
  });
  const { files, fetched, tainted, made } = known;
  return files.size + fetched.size + tainted.size + made.size === 0 ? findings : findingsOf(action, trust, known);
}

function weigh(script: string, scene: Scene): ReturnType<Scene["weigh"]> {
  const apart: Scene = { ...scene, effects: [], opaque: [], tainted: new Map(), fetched: new Map(), repositories: new Map(), remotes: new Map(), gitSettings: new Map(), links: new Map(), laid: new Map(), documents: new Map(), addReading }; // prettier-ignore
  const reading = readShell(script, scene.known().scene);
  addReading(reading, apart);
  return { effects: apart.effects, isAll: !reading.isCut };
}

function findingsOf(action: Action, trust: TrustLookup, known: KnownFiles): Findings {
  const home = homeOf(action);
  const { git } = action;
  const shellScene = { cwd: action.cwd, home, gitRoot: git?.root ?? null, gitBranch: git?.branch ?? null };
  const nested: Reading[] = [];
  const scene: Scene = {
    action,
    trust,
    roots: projectRoots(action),
    home,
    reading: { commands: [], opaque: [], disguised: [], files: known.files, isCut: false },
    opaque: [],
    field: "command",
    effects: [],
    tainted: known.tainted,
    fetched: known.fetched,
    made: known.made,
    repositories: new Map(),
    remotes: new Map(),
    gitSettings: new Map(),
    links: new Map(),
    laid: new Map(),
    documents: new Map(),
    scriptBudget: MAX_SCRIPTS,
    addReading: (reading, within) => {
      nested.push(reading);
      addReading(reading, within);
    },
    weigh: (script) => weigh(script, scene),
    known: () => ({ scene: shellScene, files: scene.reading.files }),
  };
  if (!SHELL_TOOLS.has(action.tool))
    return {
      opaque: [...addToolEffects(scene, known.files), ...scene.opaque],
      effects: scene.effects,
      reading: null,
      nested,
    };
  const command = inputText(action, "command");
  if (command === null)
    return {
      effects: [],
      reading: null,
      nested,
      opaque: [{ reason: "The call holds no command.", evidence: { field: "command", start: 0, end: 0, note: "" } }],
    };
  const reading = readShell(command, shellScene, known.files);
  addReading(reading, scene);
  return { effects: scene.effects, opaque: [...reading.opaque, ...scene.opaque], reading, nested };
}
