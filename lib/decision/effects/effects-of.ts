import { inputText } from "../input-text";
import { homeOf, projectRoots } from "../project";
import { readShell } from "../shell/read";
import type { Action, Effect, Opaque, TrustLookup } from "../types";
import { addReading } from "./from-reading";
import type { Scene } from "./scene";
import { addToolEffects } from "./tools";

/** Everything an action would do, and what of it could not be read. */
export type Findings = { effects: readonly Effect[]; opaque: readonly Opaque[] };

const SHELL_TOOLS = new Set(["Bash", "Monitor"]);

export function effectsOf(action: Action, trust: TrustLookup): Findings {
  const home = homeOf(action);
  const { git } = action;
  const shellScene = { cwd: action.cwd, home, gitRoot: git?.root ?? null, gitBranch: git?.branch ?? null };
  const scene: Scene = {
    action,
    trust,
    roots: projectRoots(action),
    home,
    reading: { commands: [], opaque: [], files: new Map() },
    opaque: [],
    field: "command",
    effects: [],
    tainted: new Map(),
    fetched: new Map(),
    remotes: new Map(),
    addReading,
    known: () => ({ scene: shellScene, files: scene.reading.files }),
  };
  if (!SHELL_TOOLS.has(action.tool)) return { opaque: addToolEffects(scene), effects: scene.effects };
  const command = inputText(action, "command");
  if (command === null)
    return {
      effects: [],
      opaque: [{ reason: "The call holds no command.", evidence: { field: "command", start: 0, end: 0, note: "" } }],
    };
  const reading = readShell(command, shellScene);
  addReading(reading, scene);
  return { effects: scene.effects, opaque: [...reading.opaque, ...scene.opaque] };
}
