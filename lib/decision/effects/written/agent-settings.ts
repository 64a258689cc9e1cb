import { clip } from "../clip";
import { add, type Scene } from "../scene";
import { spanOf } from "./span";

/** Settings by which a coding agent no longer asks, or is no longer held in its sandbox. */
const UNASKED =
  /\bapproval_?policy["']?\s*[:=]\s*["']never\b|\bsandbox_?mode["']?\s*[:=]\s*["']danger-full-access\b|\b(?:auto_?accept|auto_?approve\w*|always_?allow|auto_?run|auto_?confirm|yolo|yes-always|full_?auto|allow_?all_?tools|dangerously\w*|trust)["']?\s*[:=]\s*(?:true\b|\[\s*["']|["']all\b)|\bdefaultApprovalMode["']?\s*:\s*["']yolo\b|\bbypassPermissions\b|\b(?:permission|bash|edit)["']?\s*:\s*["']allow["']/i;
/** What runs by itself from then on, or answers for the agent. */
const EQUIPPED = /["']?\b(?:hooks|mcp(?:_?servers)?|context_servers|notify)\b["']?\s*(?::|=|\]|\.)/i;

/** Settings of coding agents other than the one at work, which nobody but their user is to change. */
export function agentSettingsIn(path: string, text: string, scene: Scene): void {
  const unasked = UNASKED.exec(text);
  if (unasked !== null)
    add(scene, "guard-change", "path", path, spanOf(unasked), `lets an agent act unasked (${clip(path)})`, { what: "agent-settings" }); // prettier-ignore
  const equipped = EQUIPPED.exec(text);
  if (equipped !== null)
    add(scene, "guard-change", "path", path, spanOf(equipped), `gives an agent hooks or servers (${clip(path)})`, { what: "agent-grant" }); // prettier-ignore
}
