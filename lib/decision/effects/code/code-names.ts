import { flat, UNKNOWN, type CodeScope, type Value } from "./code-text";
import { CodeReader } from "./code-values";
import { matchesOf } from "../../matches";

/** Code with its modules under their own names, and the values of the names it sets. */

const MODULES =
  "os|shutil|subprocess|pathlib|asyncio|pty|base64|binascii|codecs|zlib|marshal|child_process|fs|path|requests|httpx|urllib\\.request|socket|runpy|importlib|webbrowser|keyring|browser_cookie3|dns|https?|net|keytar";
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/__import__\(\s?["']([\w.]{1,60})["']\s?(?:,[^()]{0,60})?\)/g, "$1"],
  [/\brequire\(\s?["'](?:node:)?(\w{1,30})(?:\/promises)?["']\s?\)/g, "$1"],
  [/\bgetattr\(\s?([\w.]{1,60})\s?,\s?["'](\w{1,30})["']\s?\)/g, "$1.$2"],
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
  /\bimport\s+(?:\*\s+as\s+)?(\w+)\s+from\s+["'](?:node:)?(fs|os|path|child_process|dns|https?|net|dgram|keytar)(?:\/promises)?["']/g;
/** `import { readFileSync as r } from "fs"`, `const { readFileSync: r } = require("fs")` */
const ES_NAMES =
  /\bimport\s*\{([^{}]{1,400})\}\s*from\s*["'](?:node:)?(fs|os|child_process|dns|https?|net|keytar)(?:\/promises)?["']|\b(?:const|let|var)\s*\{([^{}]{1,400})\}\s*=\s*(fs|os|child_process|dns|https?|net|keytar)(?![\w.])/g;
/** Another name for what looks things up: `g = getattr`. */
const ALIAS =
  /(?:^|[;\n(,])\s{0,20}([A-Za-z_]\w{0,40})\s?=\s?(getattr|__import__|open|importlib\.import_module)(?=\s*(?:[;\n]|$))/g;
/** A connection, by the name that it is given. */
const CONNECTED =
  /(?<![\w.])([A-Za-z_]\w{0,40})\s?=\s?(?:await\s)?(?:new\s)?(?:Deno\.connect(?:Tls)?|TCPSocket|UDPSocket|TCPSocket\.(?:new|open)|Socket\.tcp|socket\.(?:socket|create_connection)|net\.(?:connect|createConnection|Socket))\b/g;
/** Ruby's calls need no brackets. */
const BARE_WRITE = /\.(write|print|puts|send|syswrite)[ \t]+(?=[A-Za-z@"'])([^;\n{}|]{1,400})/g;
/** `for my $file (glob("*.o"))` */
const EACH = /\bfor(?:each)?\s{1,3}(?:my\s{1,3})?(\$\w{1,60})\s?(?=\()/g;
/** PHP names the item last: `foreach (glob("*.o") as $file)`. */
const FOREACH = /\bforeach\s?\(\s?/g;
const AS = /\s{0,3}as\s{1,3}(?:\$\w{1,60}\s?=>\s?)?(\$\w{1,60})/y;
/** `Dir["*.o"].each { |file|` */
const LISTED = /\bDir(?:\.glob)?\s?[[(]/g;
const ITEM = /\s?\.(?:each|map|flat_map|select)\s?(?:\{|do)\s?\|\s?(\w{1,60})/y;
const CALLED = /(?<![\w.])\w+(?=\s?[.(])/g;

/** `import shutil as s; s.rmtree(x)` → `shutil.rmtree(x)`. */
export function withPlainNames(text: string): string {
  let plain = withoutAliases(text);
  for (const [pattern, by] of REWRITES) plain = plain.replace(pattern, by);
  const renames = new Map<string, string>();
  if (/[sS]ocket|net\b|Deno\.connect/.test(plain)) {
    for (const [, name = ""] of matchesOf(plain, CONNECTED)) renames.set(name, "sock");
    if (/\bTCPSocket\b|\bUDPSocket\b|\bSocket\.tcp\b/.test(plain)) plain = plain.replace(BARE_WRITE, ".$1($2)");
  }
  const names = /import|require/.test(text) ? matchesOf(plain, ES_NAMES) : [];
  for (const [, given, module = "", bound, from = ""] of names)
    for (const item of (given ?? bound ?? "").split(",")) {
      const [name = "", alias = name] = item.trim().split(/\s+as\s+|\s*:\s*/);
      if (/^\w+$/.test(name) && /^\w+$/.test(alias)) renames.set(alias, `${module || from}.${name}`);
    }
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

/** `g = getattr; g(os, "system")` → `getattr(os, "system")`. */
function withoutAliases(text: string): string {
  if (!/getattr|__import__|=\s?open\b|import_module/.test(text)) return text;
  const names = new Map(matchesOf(text, ALIAS).map(([, alias = "", name = ""]) => [alias, name] as const));
  return names.size === 0 ? text : text.replace(CALLED, (name) => names.get(name) ?? name);
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
  for (const match of text.includes("Dir") ? matchesOf(text, LISTED) : []) {
    const reader = new CodeReader(text, scope, match.index + match[0].length);
    const values = reader.list(match[0].endsWith("[") ? "]" : ")");
    ITEM.lastIndex = reader.at;
    const name = ITEM.exec(text)?.[1];
    if (name !== undefined && values.length > 0) keep(name, values.map(flat), true);
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
