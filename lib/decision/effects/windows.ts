import { inputText } from "../input-text";
import { MAX_COMMAND_LENGTH } from "../shell/parse";
import type { Span } from "../shell/types";
import type { EffectKind, Opaque } from "../types";
import { clip } from "./clip";
import { add, type Scene, type Traits } from "./scene";

/** A word, and another that must follow it: in the same statement, or anywhere later where the first feeds the second. */
type Form = { first: RegExp; next?: RegExp; anywhere?: boolean; kind: EffectKind; note: string; traits: Traits };

const FETCH = /\b(?:iwr|irm|Invoke-WebRequest|Invoke-RestMethod|DownloadString|curl|wget)\b/i;
const FETCHED: Pick<Form, "anywhere" | "kind" | "note" | "traits"> = {
  anywhere: true, kind: "fetch-and-execute", note: "runs fetched code", traits: { to: "unknown", host: "", how: "pipe" },
}; // prettier-ignore

/** PowerShell is not read through yet: its plain destructive and exfiltrating forms are caught, the rest cannot be told. */
const FORMS: readonly Form[] = [
  { first: /\b(?:Remove-Item|rm|del|rd|rmdir|erase)\b/i, next: /-Recurse|\/s\b/i, kind: "delete", note: "deletes a directory", traits: { place: "unknown", recursive: true, unresolved: true, sweeping: true, where: "here", found: false, git: false, text: "" } },
  { first: /\b(?:iex|Invoke-Expression)\b/i, next: FETCH, ...FETCHED },
  { first: /\b(?:iwr|irm|Invoke-WebRequest|Invoke-RestMethod|DownloadString)\b/i, next: /\|\s*(?:iex|Invoke-Expression)\b/i, ...FETCHED },
  { first: /\b(?:Format-Volume|Clear-Disk|Initialize-Disk)\b/i, kind: "overwrite", note: "erases a disk", traits: { disk: true, place: "critical", protected: "", logs: false, terminal: false, inProject: false } },
  { first: /\bSet-MpPreference\b/i, next: /Disable/i, kind: "guard-change", note: "turns a protection off", traits: { what: "security-service" } },
  { first: /\bSet-ExecutionPolicy\b/i, next: /Bypass|Unrestricted/i, kind: "guard-change", note: "turns a protection off", traits: { what: "security-service" } },
  { first: /netsh advfirewall set \S{1,40} state off/i, kind: "guard-change", note: "turns a protection off", traits: { what: "security-service" } },
  { first: /\b(?:Register-ScheduledTask|schtasks(?:\.exe)? \/create|New-Service)\b|CurrentVersion\\Run\b/i, kind: "persist", note: "starts something at login", traits: { what: "login-item" } },
  { first: /git(?:\.exe)? push\b/i, next: /--force\b|-f\b/i, kind: "git-force-push", note: "rewrites a branch", traits: { remote: "", branch: "", trusted: true, all: false, lease: false, shared: true } },
]; // prettier-ignore

/** Both words are looked for once, the second from where the first ends, so that the time grows with the text alone. */
function spanOf({ first, next, anywhere }: Form, text: string): Span | null {
  for (const part of anywhere === true ? [{ start: 0, end: text.length }] : statements(text)) {
    const piece = text.slice(part.start, part.end);
    const begins = first.exec(piece);
    if (begins === null) continue;
    const after = begins.index + begins[0].length;
    const ends = next === undefined ? null : next.exec(piece.slice(after));
    if (next !== undefined && ends === null) continue;
    const end = ends === null ? after : after + ends.index + ends[0].length;
    return { start: part.start + begins.index, end: part.start + end };
  }
  return null;
}

function statements(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const part of text.split(/[|;]/)) {
    found.push({ start, end: start + part.length });
    start += part.length + 1;
  }
  return found;
}

/** Cmdlets that only look. */
const HARMLESS =
  /^\s*(Get-\w+|Test-Path|Select-\w+|Where-Object|Sort-Object|Measure-\w+|Format-(Table|List)|Write-(Output|Host)|Out-String|ls|dir|cat|type|pwd|echo|git (status|log|diff|show|branch))\b[^;&`$({]*$/i;

export function windowsEffects(scene: Scene): Opaque[] {
  const text = (inputText(scene.action, "command") ?? "").slice(0, MAX_COMMAND_LENGTH);
  scene.field = "command";
  for (const form of FORMS) {
    const span = spanOf(form, text);
    if (span === null) continue;
    const found = clip(text.slice(span.start, span.end));
    add(scene, form.kind, "command", found, span, form.note, form.traits);
  }
  if (scene.effects.length > 0 || (text !== "" && text.split("|").every((part) => HARMLESS.test(part)))) return [];
  const evidence = { field: "command", start: 0, end: text.length, note: "" };
  return [{ reason: "PowerShell commands cannot be read through.", evidence }];
}
