import type { CodeScope } from "./code-text";
import { CodeReader } from "./code-values";
import { matchesOf } from "../../matches";

/** Processes that code ends, found by their names: as the shell's commands that do the same. */

const LISTS =
  /\bprocess_iter\b|\bpsutil\.pids\b|\bps["',\s]{1,4}-?[aeAx]|["'`/]proc\b|\btasklist\b|\b(?:pgrep|pidof)\b|\bps-list\b|ProcTable/;
const ENDS =
  /\.(?:kill|terminate|send_signal|suspend)\s?\(|\bos\.killp?g?\s?\(|\b(?:process|Process)\.kill\b|\bposix_kill\b|\bkill\s?[("'\d]/;
const EVERY =
  /\b(?:os|process|Process)\.kill\s?\(\s?(?:["':]\w{1,8}["']?\s?,\s?)?-?1\s?[,)]|\bkill\s{1,3}["']?\w{1,8}["']?\s?,\s?-1\b/;
const COMPARED =
  /(["'])([\w.@:/+ -]{2,60})\1\s{1,3}(?:not\s{1,3})?in\b|[=!]==?\s?(["'])([\w.@:/+ -]{2,60})\3|\.(?:includes|include\?|start_?s?_?[wW]ith\??|endswith|endsWith|end_with\?|match\??|search|find|indexOf|test)\s?\(\s?(["'])([\w.@:/+ -]{2,60})\5/g;
const FOUND = /\b(?:pgrep|pidof)["',\s]{1,4}(?:-\w{1,8}["',\s]{1,4})*["']?([\w.@/-]{2,60})/g;
const WITHIN = /\bin\s{1,3}(?=[[({\w])/g;
/** What process listings call what they list. */
const FIELDS = /^(?:pid|ppid|name|cmdline|cmd|exe|cwd|status|username|user|info)$/;
const CHOOSES = /\bif\b|\?|&&|\bfilter|\bselect\b|\bgrep\b|\bunless\b/;

/** `pkill -f nginx` for a loop over all processes that ends those with `nginx` in their name. */
export function killsIn(text: string, scope: CodeScope): string[] {
  if (!ENDS.test(text)) return [];
  if (EVERY.test(text)) return ["kill -9 -1"];
  if (!LISTS.test(text)) return [];
  const names = new Set([
    ...matchesOf(text, COMPARED).map((match) => match[2] ?? match[4] ?? match[6] ?? ""),
    ...matchesOf(text, FOUND).map((match) => match[1] as string),
    ...listed(text, scope),
  ]);
  const chosen = [...names].filter((name) => !FIELDS.test(name) && /^[\w.@:/+ -]{2,60}$/.test(name));
  if (chosen.length === 0) return text.includes("process_iter") && !CHOOSES.test(text) ? ["kill -9 -1"] : [];
  return chosen.map((name) => `pkill -f '${name}'`);
}

/** `if name in ["nginx", "redis"]`, or in a list of that name; `if target in name`. */
function listed(text: string, scope: CodeScope): string[] {
  return matchesOf(text, WITHIN).flatMap((match) => {
    const items = new CodeReader(text, scope, match.index + match[0].length).expression();
    const before = /(\w{1,60})\s{1,3}(?:not\s{1,3})?$/.exec(text.slice(Math.max(0, match.index - 80), match.index));
    const value = before === null ? undefined : scope.names.get(before[1] as string);
    return [...(typeof items === "string" ? [] : items), ...(typeof value === "string" ? [value] : [])];
  });
}
