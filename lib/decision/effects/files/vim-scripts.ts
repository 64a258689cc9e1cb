import type { SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { cannotRead, mayRead, readScript } from "../code/code-scripts";
import { add, pathOf, type Scene } from "../scene";
import { addDelete } from "./deleting";
import { matchesOf } from "../../matches";

/** What an editor's own language deletes and runs: `call delete("x", "rf")`, `lua os.execute("x")`, `silent !x`. */

const CALL = /\b(?:vim\.(?:fn|uv|loop|api)\.)?(delete|systemlist|system|job_start|termopen|jobstart|fs_rmdir|fs_unlink|os\.execute|os\.remove|io\.popen)\s{0,8}\(/g; // prettier-ignore
/** A pattern and what comes in its place are text. */
const EDITS = /^\s*:?[%.$\d,'<>]{0,12}(?:s|substitute)[/#@|!,]/;
/** `g/PATTERN/ORDER` */
const GLOBAL = /^\s*:?[%.$\d,'<>]{0,12}(?:g|global|v|vglobal)!?\/[^/]{0,400}\/(.*)$/;
const RUNS = /^(?:system|job|term|os\.execute|io\.popen)/;
const EXECUTES = /^:?\s*(?:sil(?:ent)?!?\s+)?exe(?:cute)?\s+(\S.*)$/;
const SOURCES = /^:?\s*(?:so(?:urce)?|luafile|ru(?:ntime)?)!?\s+(\S+)$/;
const MAX_CALLS = 200;
const MAX_ARGUMENTS = 2_000;
const MAX_DEPTH = 4;

/** `span`: the place in the command that shows the script. */
export function readVimScript(text: string, span: Word, command: SimpleCommand, scene: Scene, depth = 0): void {
  if (text === "") return;
  if (depth > MAX_DEPTH)
    return cannotRead("The editor's scripts start one another too often to be followed.", span, scene);
  if (!mayRead(text, span, scene)) return;
  let count = 0;
  const orders = text
    .split("\n")
    .map((line) => GLOBAL.exec(line)?.[1] ?? line)
    .filter((line) => !EDITS.test(line));
  const script = orders.join("\n");
  for (const match of matchesOf(script, CALL)) {
    if (++count > MAX_CALLS) return cannotRead("The editor's script holds more calls than can be read.", span, scene);
    const [first = "", second = ""] = argumentsAt(script, match.index + match[0].length);
    called(match[1] as string, first, second, span, command, scene);
  }
  for (const line of orders) {
    const executed = EXECUTES.exec(line)?.[1];
    const order = executed === undefined ? undefined : textOf(executed)?.replace(/^:?\s*(?:sil(?:ent)?!?\s+)?/, "");
    if (order?.startsWith("!") === true) readScript(order.slice(1), span, command, scene);
    const shell = /^:?\s*sil(?:ent)?!?\s+!\s*(\S.*)$/.exec(line)?.[1];
    if (shell !== undefined) readScript(shell, span, command, scene);
    const file = SOURCES.exec(line)?.[1];
    if (file !== undefined) sourceFile(literal(file, span), command, scene, depth + 1);
  }
}

/** A script that the editor is given: what the session wrote there before runs now. */
export function sourceFile(word: Word, command: SimpleCommand, scene: Scene, depth = 0): void {
  const path = pathOf(word, command, scene);
  if (path === null) return;
  add(scene, "execute", "path", path, word, `runs ${path}`);
  readVimScript(scene.reading.files.get(path) ?? "", word, command, scene, depth);
}

function called(name: string, first: string, second: string, span: Word, command: SimpleCommand, scene: Scene): void {
  const text = /^\s*[[{]/.test(first) ? lineOf(first) : textOf(first);
  if (RUNS.test(name)) {
    if (text !== null) readScript(text, span, command, scene);
    else cannotRead("The editor runs what cannot be told from its script.", span, scene);
    return;
  }
  const recursive = /r/.test(textOf(second) ?? (second === "" ? "" : "r"));
  const path = literal(text ?? first.trim(), span);
  addDelete(text === null ? { ...path, unknownAt: 0 } : path, command, scene, recursive);
}

/** A list of words as a command line: `["rm", "-rf", "x"]`. */
function lineOf(list: string): string | null {
  const words = argumentsAt(`${list.trim().slice(1, -1)})`, 0).map(textOf);
  return words.every((word) => word !== null) ? words.map((word) => (/[\s'"$&;|<>()]/.test(word) ? `'${word.replaceAll("'", "")}'` : word)).join(" ") : null; // prettier-ignore
}

/** The arguments of a call, as they are written, up to its closing parenthesis. */
function argumentsAt(text: string, from: number): string[] {
  const found: string[] = [];
  let depth = 0;
  let begin = from;
  for (let at = from; at < text.length && at - from < MAX_ARGUMENTS; at++) {
    const sign = text[at] as string;
    if (sign === '"' || sign === "'") at = endOfText(text, at);
    else if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign) && depth-- === 0) return [...found, text.slice(begin, at)];
    else if (sign === "," && depth === 0) {
      found.push(text.slice(begin, at));
      begin = at + 1;
    }
  }
  return found;
}

function endOfText(text: string, from: number): number {
  const quote = text[from];
  let at = from + 1;
  while (at < text.length && at - from < MAX_ARGUMENTS && text[at] !== quote)
    at += text[at] === "\\" && quote === '"' ? 2 : 1;
  return at;
}

/** Calls that give a path as it is, or as it is meant. */
const SAME = /^(?:vim\.(?:fn|fs)\.)?(?:expand|fnameescape|shellescape|simplify|resolve|glob|normalize)\s*\(\s*(.*)\)$/s;
const PIECE = /\s*(?:"((?:\\.|[^"\\])*)"|'((?:''|[^'])*)'|(\$HOME|os\.getenv\(["']HOME["']\)|vim\.env\.HOME)|\.\.?)/y;

/** An expression's value, as far as it is written out: texts, joined by dots. */
function textOf(expression: string): string | null {
  const whole = expression.trim();
  const inner = SAME.exec(whole)?.[1];
  if (inner !== undefined) return textOf(argumentsAt(`${inner})`, 0)[0] ?? "");
  let value = "";
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < whole.length) {
    const piece = PIECE.exec(whole);
    if (piece === null) return null;
    value += piece[3] === undefined ? (piece[1]?.replaceAll(/\\(.)/g, "$1") ?? piece[2]?.replaceAll("''", "'") ?? "") : "~"; // prettier-ignore
  }
  return value === "" ? null : value;
}
