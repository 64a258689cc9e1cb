import { flat, UNKNOWN, type CodeScope, type Value } from "./code-text";
import { CodeReader } from "./code-values";
import { matchesOf } from "../../matches";

/** Code with its modules under their own names, and the values of the names it sets. */

const MODULES =
  "os|shutil|subprocess|pathlib|asyncio|pty|base64|binascii|codecs|zlib|marshal|child_process|fs|path|requests|httpx|urllib\\.request|socket|runpy|importlib|webbrowser";
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/__import__\(\s?["'](\w{1,30})["']\s?\)/g, "$1"],
  [/\brequire\(\s?["'](?:node:)?(\w{1,30})(?:\/promises)?["']\s?\)/g, "$1"],
  [/\bgetattr\(\s?(\w{1,30})\s?,\s?["'](\w{1,30})["']\s?\)/g, "$1.$2"],
  [/\[\s?["'](\w{1,30})["']\s?\](?=\s?\()/g, ".$1"],
  [/\bfs\.promises\./g, "fs."],
  // `unlink for glob("*.o")`: of each item.
  [/\bunlink(?:\s{1,3}\$_)?\s{1,3}for(?:each)?\s{1,3}/g, "unlink "],
];
const IMPORT = new RegExp(String.raw`\bimport\s+(${MODULES})\s+as\s+(\w+)`, "g");
const FROM = new RegExp(String.raw`\bfrom\s+(${MODULES})\s+import\s+([\w ,]+)`, "g");
const EVERYTHING = /\bfrom\s+(os|subprocess|shutil|pty)\s+import\s+\*/g;
/** Of what `from os import *` brings in, the calls that act. */
const ACTING: Readonly<Record<string, readonly string[]>> = {
  os: ["system", "popen", "execv", "execvp", "execl", "execlp", "remove", "unlink", "rmdir", "removedirs", "dup2", "fork", "kill"],
  subprocess: ["run", "call", "check_call", "check_output", "Popen", "getoutput", "getstatusoutput"],
  shutil: ["rmtree"], pty: ["spawn"],
}; // prettier-ignore
const ASSIGNED_MODULE = new RegExp(String.raw`\b(?:const|let|var)\s+(\w+)\s*=\s*(${MODULES})(?![\w.])`, "g");
const ES_IMPORT =
  /\bimport\s+(?:\*\s+as\s+)?(\w+)\s+from\s+["'](?:node:)?(fs|os|path|child_process)(?:\/promises)?["']/g;
/** `for my $file (glob("*.o"))` */
const EACH = /\bfor(?:each)?\s{1,3}(?:my\s{1,3})?(\$\w{1,60})\s?(?=\()/g;
/** PHP names the item last: `foreach (glob("*.o") as $file)`. */
const FOREACH = /\bforeach\s?\(\s?/g;
const AS = /\s{0,3}as\s{1,3}(?:\$\w{1,60}\s?=>\s?)?(\$\w{1,60})/y;
const CALLED = /(?<![\w.])\w+(?=\s?[.(])/g;

/** `import shutil as s; s.rmtree(x)` → `shutil.rmtree(x)`. */
export function withPlainNames(text: string): string {
  let plain = text;
  for (const [pattern, by] of REWRITES) plain = plain.replace(pattern, by);
  const renames = new Map<string, string>();
  for (const match of matchesOf(plain, IMPORT)) renames.set(match[2] as string, match[1] as string);
  for (const match of matchesOf(plain, ASSIGNED_MODULE)) renames.set(match[1] as string, match[2] as string);
  for (const match of matchesOf(plain, ES_IMPORT)) renames.set(match[1] as string, match[2] as string);
  for (const [, module = ""] of matchesOf(plain, EVERYTHING))
    for (const name of ACTING[module] ?? []) renames.set(name, `${module}.${name}`);
  for (const match of matchesOf(plain, FROM)) {
    for (const item of (match[2] as string).split(",")) {
      const [name, , alias] = item.trim().split(/\s+/);
      if (name !== undefined && name !== "") renames.set(alias ?? name, `${match[1]}.${name}`);
    }
  }
  return renames.size === 0 ? plain : plain.replace(CALLED, (name) => renames.get(name) ?? name);
}

const ASSIGNMENT =
  /(?:^|[;\n{}(]|\b(?:const|let|var|my|local)\s)[ \t]{0,40}([$@]?[A-Za-z_]\w{0,60})\s?(?::\s?\w{1,20}\s?)?=(?![=~>])/g;
const LOOP = /\bfor\s+(?:const\s|let\s|my\s)?\(?([$\w]{1,60})(?:\s?,\s?[$\w]{1,60}){0,4}\)?\s+(?:in|of)\s/g;

/** Names with the value they were given last; given several, a name stands for none. */
export function readNames(text: string, scope: CodeScope): void {
  for (const match of matchesOf(text, ASSIGNMENT)) set(match);
  for (const match of matchesOf(text, LOOP)) set(match, true);
  for (const match of matchesOf(text, EACH)) {
    const [value, ...more] = new CodeReader(text, scope, match.index + match[0].length).arguments();
    keep(match[1] as string, value === undefined || more.length > 0 ? UNKNOWN : value, true);
  }
  for (const match of matchesOf(text, FOREACH)) {
    const reader = new CodeReader(text, scope, match.index + match[0].length);
    const value = reader.expression();
    AS.lastIndex = reader.at;
    const name = AS.exec(text)?.[1];
    if (name !== undefined) keep(name, value, true);
  }

  function set(match: RegExpMatchArray, each = false): void {
    keep(match[1] as string, new CodeReader(text, scope, (match.index ?? 0) + match[0].length).expression(), each);
  }

  function keep(name: string, value: Value, each: boolean): void {
    const one = each && typeof value !== "string" ? (value.length === 1 ? (value[0] as string) : UNKNOWN) : value;
    const old = scope.names.get(name);
    scope.names.set(name, old === undefined || flat(old) === flat(one) ? one : UNKNOWN);
  }
}
