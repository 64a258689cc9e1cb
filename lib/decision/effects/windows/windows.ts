import { inputText } from "../../input-text";
import { MAX_COMMAND_LENGTH } from "../../shell/parse";
import { readShell } from "../../shell/read";
import type { Span } from "../../shell/types";
import type { Opaque } from "../../types";
import { clip } from "../clip";
import { add, type Scene } from "../scene";
import { FORMS, type Form } from "./windows-forms";

/** Both words are looked for once, the second from where the first ends, so that the time grows with the text alone. */
function spanOf({ first, next, anywhere }: Form, text: string): Span | null {
  if (!first.test(text)) return null;
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

/** The forms that stand in a text, each at its first place. */
export const formsIn = (text: string): { form: Form; span: Span }[] =>
  FORMS.flatMap((form) => {
    const span = spanOf(form, text);
    return span === null ? [] : [{ form, span }];
  });

/** Cmdlets that only look. */
const HARMLESS =
  /^\s*(Get-\w+|Test-Path|Select-\w+|Where-Object|Sort-Object|Measure-\w+|Format-(Table|List)|Write-(Output|Host)|Out-String|ls|dir|cat|type|pwd|echo|git (status|log|diff|show|branch))\b[^;&`$({]*$/i;

/** Plain calls of programs mean the same to every shell: words, simple quotes, `;`, `&&`, `|`. */
const PLAIN = /^[\w\s./:=,@%+~'"|;&*?#<>-]*$/;
/** Cmdlets, and the names that are cmdlets in PowerShell and something else elsewhere. */
const CMDLET =
  /(?:^|[;|&])\s*(?:[A-Za-z]+-[A-Z]\w+|iex|iwr|irm|curl|wget|rm|del|rd|erase|rmdir|sc|set|start|kill|sleep|mv|move|cp|copy|ren|cmd|powershell|pwsh|\.)(?:\s|$)|(?:^|[^&])&(?!&)|#/;

/** PowerShell is read through where it is plain; of the rest its plain destructive and exfiltrating forms are caught. */
export function windowsEffects(scene: Scene): Opaque[] {
  const text = (inputText(scene.action, "command") ?? "").slice(0, MAX_COMMAND_LENGTH);
  scene.field = "command";
  for (const { form, span } of formsIn(text))
    add(scene, form.kind, "command", clip(text.slice(span.start, span.end)), span, form.note, form.traits);
  if (scene.effects.length > 0 || (text !== "" && text.split("|").every((part) => HARMLESS.test(part)))) return [];
  if (text !== "" && PLAIN.test(text) && !CMDLET.test(text)) return readPlain(text, scene);
  const evidence = { field: "command", start: 0, end: text.length, note: "" };
  return [{ reason: "PowerShell commands cannot be read through.", evidence }];
}

function readPlain(text: string, scene: Scene): Opaque[] {
  const reading = readShell(text, scene.known().scene);
  scene.addReading(reading, scene);
  return [...reading.opaque];
}
