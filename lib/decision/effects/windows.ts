import { inputText } from "../input-text";
import type { Opaque } from "../types";
import type { EffectKind } from "../types";
import { clip } from "./clip";
import { add, type Scene, type Traits } from "./scene";

/** PowerShell is not read through yet: its plain destructive and exfiltrating forms are caught, the rest cannot be told. */
const FORMS: readonly { when: RegExp; kind: EffectKind; note: string; traits: Traits }[] = [
  { when: /\b(Remove-Item|rm|del|rd|rmdir|erase)\b[^|;]*(-Recurse|\/s\b)/i, kind: "delete", note: "deletes a directory", traits: { place: "unknown", recursive: true, unresolved: true, sweeping: true, where: "here", found: false, git: false, text: "" } },
  { when: /\b(iex|Invoke-Expression)\b[\s\S]*\b(iwr|irm|Invoke-WebRequest|Invoke-RestMethod|DownloadString|curl|wget)\b|\b(iwr|irm|Invoke-WebRequest|Invoke-RestMethod|DownloadString)\b[\s\S]*\|\s*(iex|Invoke-Expression)\b/i, kind: "fetch-and-execute", note: "runs fetched code", traits: { to: "unknown", host: "", how: "pipe" } },
  { when: /\b(Format-Volume|Clear-Disk|Initialize-Disk)\b/i, kind: "overwrite", note: "erases a disk", traits: { disk: true, place: "critical", protected: "", logs: false, terminal: false, inProject: false } },
  { when: /\bSet-MpPreference\b[^|;]*Disable|\bSet-ExecutionPolicy\b[^|;]*(Bypass|Unrestricted)|netsh advfirewall set \S+ state off/i, kind: "guard-change", note: "turns a protection off", traits: { what: "security-service" } },
  { when: /\b(Register-ScheduledTask|schtasks(\.exe)? \/create|New-Service)\b|CurrentVersion\\Run\b/i, kind: "persist", note: "starts something at login", traits: { what: "login-item" } },
  { when: /git(\.exe)? push\b[^|;]*(--force\b|-f\b)/i, kind: "git-force-push", note: "rewrites a branch", traits: { remote: "", branch: "", trusted: true, all: false, lease: false, shared: true } },
]; // prettier-ignore

/** Cmdlets that only look. */
const HARMLESS =
  /^\s*(Get-\w+|Test-Path|Select-\w+|Where-Object|Sort-Object|Measure-\w+|Format-(Table|List)|Write-(Output|Host)|Out-String|ls|dir|cat|type|pwd|echo|git (status|log|diff|show|branch))\b[^;&`$({]*$/i;

export function windowsEffects(scene: Scene): Opaque[] {
  const text = (inputText(scene.action, "command") ?? "").slice(0, 65_536);
  scene.field = "command";
  for (const { when, kind, note, traits } of FORMS) {
    const match = when.exec(text);
    if (match !== null)
      add(
        scene,
        kind,
        "command",
        clip(match[0]),
        { start: match.index, end: match.index + match[0].length },
        note,
        traits,
      );
  }
  if (scene.effects.length > 0 || (text !== "" && text.split("|").every((part) => HARMLESS.test(part)))) return [];
  const evidence = { field: "command", start: 0, end: text.length, note: "" };
  return [{ reason: "PowerShell commands cannot be read through.", evidence }];
}
