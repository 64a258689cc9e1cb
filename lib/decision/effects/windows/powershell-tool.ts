import { inputText } from "../../input-text";
import { literal } from "../../shell/word";
import type { Opaque } from "../../types";
import type { Scene } from "../scene";
import { addPowerShell } from "./windows-shell";

/** The tool of that name: a text in PowerShell's own language. */
export function powerShellTool(scene: Scene, files: Map<string, string>): Opaque[] {
  const text = inputText(scene.action, "command") ?? "";
  scene.field = "command";
  const whole = { start: 0, end: text.length };
  if (text.trim() === "")
    return [{ reason: "The call holds no command.", evidence: { field: "command", ...whole, note: "" } }];
  addPowerShell({ ...literal(text, whole), verbatimAt: 0 }, null, scene.known().scene, files, scene);
  return [];
}
