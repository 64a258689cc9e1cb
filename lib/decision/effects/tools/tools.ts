import { startsUnguarded, toolDoubt } from "../../client-tools";
import { misshapen } from "../../input-shape";
import { inputText } from "../../input-text";
import { delicateLooks } from "../../looks";
import { editedPath } from "../../tiers";
import type { Opaque } from "../../types";
import { externalCall } from "./external-call";
import { add, type Scene } from "../scene";
import { tasks } from "./subagent";
import { fetches, searches } from "./web-tools";
import { powerShellTool } from "../windows/powershell-tool";
import { writePath } from "../files/writing";
import { writtenText } from "../written/written";

/**
 * Effects of tools other than the shell. Returns what could not be read.
 * @param files content of files that is known; what the call writes is added
 */
export function addToolEffects(scene: Scene, files: Map<string, string>): Opaque[] {
  const { action } = scene;
  const shape = misshapen(action);
  if (shape !== null) return [shape];
  switch (action.tool) {
    case "Write":
    case "Edit":
    case "MultiEdit":
    case "NotebookEdit":
      return edits(scene);
    case "WebFetch":
      return fetches(scene);
    case "PowerShell":
      return powerShellTool(scene, files);
    case "WebSearch":
      searches(scene);
      return [];
    default:
      return action.tool.startsWith("mcp__") ? externalCall(scene) : otherTool(scene);
  }
}

/** What the client itself brings, and what nobody here knows: the latter is read as far as it goes, and a person looks at it. */
function otherTool(scene: Scene): Opaque[] {
  const { action } = scene;
  reads(scene);
  tasks(scene);
  scene.field = "mode";
  if (startsUnguarded(action))
    add(scene, "guard-change", "command", action.tool, whole(scene, "mode"), "starts an agent that asks nobody", {
      what: "agent-flags",
    });
  const doubt = toolDoubt(action);
  if (doubt === null) return [];
  const evidence = { field: "", start: 0, end: 0, note: "" };
  if (doubt !== "unknown") return [{ reason: doubt.reason, evidence }];
  const found = externalCall(scene);
  return [...found, { reason: `Gatehouse does not know the tool ${action.tool.slice(0, 60)}.`, evidence }];
}

const whole = ({ action }: Scene, field: string) => ({ start: 0, end: (inputText(action, field) ?? "").length });

function edits(scene: Scene): Opaque[] {
  const path = editedPath(scene.action);
  scene.field = scene.action.tool === "NotebookEdit" ? "notebook_path" : "file_path";
  if (path === null) return [];
  writePath(path, whole(scene, scene.field), scene, "edit-tool", false);
  return writtenText(path, scene);
}

function reads(scene: Scene): void {
  for (const { field, path, how } of delicateLooks(scene.action)) {
    scene.field = field;
    const note = how === "read" ? `reads ${path}` : `looks for credentials in ${path}`;
    add(scene, "credential-read", "path", path, whole(scene, field), note, { how, delicacy: "store" });
  }
}
