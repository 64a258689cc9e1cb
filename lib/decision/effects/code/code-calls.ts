import { SHELLS } from "../../shell/scripts";
import { holdsDecoded } from "./code-decoding";
import { DECODED, flat, quoted, supposed, UNKNOWN, type CodeScope, type Value } from "./code-text";
import { CodeReader } from "./code-values";
import { matchesOf } from "../../matches";

/** Calls in a piece of code that run a command or delete a path, with what they are given. */

/** Their first argument is a command, or a list of its words. What they are given counts also when it cannot be read. */
const RUN =
  /\b(?:os\.(?:system|popen|exec[lv]p?e?|spawn[lv]p?e?|posix_spawnp?|execute)|io\.popen|subprocess\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput)|asyncio\.create_subprocess_(?:shell|exec)|commands\.getoutput|pty\.spawn|child_process\.(?:exec|spawn|execFile)|execSync|spawnSync|execFileSync|shell_exec|passthru|proc_open|pcntl_exec|IO\.popen|Kernel\.(?:system|exec|spawn)|Process\.(?:spawn|run(?:Sync)?)|Open3\.\w+|Bun\.(?:spawn|spawnSync|\$)|Deno\.(?:Command|run)|System\.(?:cmd|shell)|callCommand|Sys\.command|Process\.(?:system|callCommand|readProcess)|getRuntime\(\)\.exec|new ProcessBuilder|exec\.Command|(?<![\w.$>-])system(?![\w-])|shell-command(?:-to-string)?|e?syscmd|os:cmd|do shell script)(?![\w-])/g;
/** The same under names that other things have too: these count when what they are given can be read. */
const MAY_RUN = /(?<![\w.$'"`-]|->)(?:exec|spawn|popen|execFile|run|open)(?![\w-])|(?<=\.)system(?=\()/g;
/** Their first argument is code in the same language. */
const EVALUATE =
  /(?<![\w.$'"`-])(?:eval|Function|loadstring|instance_eval|class_eval|setTimeout|setInterval)(?![\w-])|(?<=\.)runIn(?:This|New)?Context(?=\()/g;
const DELETE =
  /\b(?:shutil\.rmtree|os\.(?:remove|unlink|rmdir|removedirs)|fs\.(?:rm|rmdir|unlink|remove)(?:Sync)?|fse\.(?:remove|emptyDir)(?:Sync)?|(?:rm|unlink|rmdir)Sync|FileUtils\.(?:rm(?:_rf|_r|_f|tree|dir)?|remove_(?:dir|entry|entry_secure|file))|File\.(?:delete|unlink)|Dir\.(?:rmdir|delete|unlink)|Deno\.remove(?:Sync)?|rimraf(?:\.sync|Sync)?|rmtree|remove_tree|delete-(?:directory|file)|File\.rm(?:_rf|dir)?!?|os\.RemoveAll|fs::remove_(?:dir_all|dir|file)|removeItem|Files\.delete(?:IfExists)?)(?![\w-])/g;
const MAY_DELETE = /(?<![\w.$-])(?:unlink|rm(?=\()|rmdir(?=\())(?![\w-])/g;
/** `path.unlink()`, `(Path.home() / "x").rmdir()` */
const DELETES_ITSELF =
  /((?<!\w)[A-Za-z_]\w*|\))\s?\.(?:unlink|rmdir|deleteDir|deleteRecursively)\s?\(\s?(?:missing_ok\s?=\s?\w{1,5})?\)/g;
const TREE =
  /RemoveAll|remove_dir_all|removeItem|File\.rm_rf|rmtree|remove_tree|rm_r|remove_(?:dir|entry)|rimraf|delete-directory|emptyDir/;

/** `decodes`: what it runs is decoded in the code itself. */
type CodeCall = { name: string; at: number; values: readonly Value[]; decodes: boolean };

/** Languages whose calls need no brackets, so that a name before a text is one. */
const BARE_CALLS = /^(?:perl|ruby|crystal|lua|luajit|elixir|osascript|emacs|emacsclient|guile|ghc|m4|julia|ocaml)$/;
const BARE =
  /\s{0,3}(?:[("'`[$@\d]|my\s|q[qw]?[({[/]|%[wqQ]|:|[A-Z]|(?:glob|pack|unpack|chr|join|reverse|decode_base64)\b)/y;
const BRACKETED = /\s{0,3}[(`]/y;

export function callsOf(pattern: RegExp, text: string, language: string, scope: CodeScope): CodeCall[] {
  const opens = BARE_CALLS.test(language) ? BARE : BRACKETED;
  return matchesOf(text, pattern).flatMap((match) => {
    const end = match.index + match[0].length;
    opens.lastIndex = end;
    if (!opens.test(text)) return [];
    const values = new CodeReader(text, scope, end).arguments();
    const [first] = values;
    return first === undefined
      ? []
      : [{ name: match[0], at: match.index, values: values.map(plain), decodes: runsDecoded(first) }];
  });
}

const plain = (value: Value): Value =>
  typeof value === "string" ? value.replaceAll(DECODED, "") : value.map((item) => item.replaceAll(DECODED, ""));

/** Decoded text as the command, the program or a shell's script; as an argument of a known program it is data. */
function runsDecoded(first: Value): boolean {
  if (typeof first === "string") return holdsDecoded(first);
  return holdsDecoded(SHELLS.has(first[0] ?? "") ? first.join(" ") : (first[0] ?? ""));
}

/** `open` runs what has a pipe at either end, and reads a file otherwise. */
const isReadable = ({ name, values: [first = ""], decodes }: CodeCall): boolean =>
  name === "open"
    ? /^\s*\|/.test(flat(first))
    : decodes || !(flat(first).startsWith(UNKNOWN) || /^\d+$/.test(flat(first)));

/** `(await import("child_process")).exec`, `c => c.exec`: of whatever the module was bound to. */
const MODULE_RUN = /\.(?:exec|spawn|execFile)(?=\s?\()/g;

export const runsIn = (text: string, language: string, scope: CodeScope): CodeCall[] => [
  ...callsOf(RUN, text, language, scope),
  ...callsOf(MAY_RUN, text, language, scope).filter(isReadable),
  ...(text.includes("child_process") ? callsOf(MODULE_RUN, text, language, scope).filter(isReadable) : []),
];

export const isKnownCall = ({ values }: CodeCall): boolean => !flat(values[0] ?? "").includes(UNKNOWN);

/** Names that mean running a text wherever they stand alone. */
const RUN_ALONE = /(?<![\w.$'"`-]|->)(?:exec|eval|popen|spawn|loadstring)(?![\w-])/g;

/** Whether all that code runs under such names can be told. */
export const runsKnown = (text: string, language: string, scope: CodeScope): boolean =>
  callsOf(RUN_ALONE, text, language, scope).every(isKnownCall);

/** The texts that are run as code of the same language, as far as they can be told. */
export const evaluatesIn = (text: string, language: string, scope: CodeScope): CodeCall[] =>
  callsOf(EVALUATE, text, language, scope).filter(isReadable);

/** `map(os.remove, files)`, `.then(eval)`, `array_map("unlink", ...)`: handed to another call, which gives it what nobody sees here. */
const HANDED_OVER =
  /\b(?:map|array_map|array_walk|filter|Thread|Timer|submit|apply|partial|call_user_func(?:_array)?|then|forEach|each|on|setTimeout|setImmediate)\s?\(\s?(?:[^()]{0,60},\s?)?(?:target\s?=\s?)?["']?(?:eval|exec|system|shell_exec|unlink|rmdir|os\.(?:system|popen|remove|unlink|rmdir)|shutil\.rmtree|fs\.(?:unlink|rm|rmdir)(?:Sync)?|(?:unlink|rm|rmdir|exec)Sync|Deno\.remove)["']?\s{0,3}[,)]/;
/** Runs what is only named, or what the runtime keeps to itself. */
const NAMED = /\bprocess\.binding\s?\(|\b(?:send|public_send|__send__)\s?\(?\s?(?::|["'])(?:system|exec|eval|spawn|`)/;

/** Why what code runs cannot be told from its text; null where nothing says so. */
export function hiddenCall(text: string): string | null {
  if (NAMED.test(text)) return "The code calls something by its name only.";
  return HANDED_OVER.test(text) ? "The code hands a call that runs or deletes something to another one." : null;
}

/** Their first argument that is no mode names a file. */
const READ =
  /(?<![\w.$])read(?=\(\s?["'])|\b(?:open|file_get_contents|readfile|fopen|File\.(?:read!?|stream!|open|binread|readlines|foreach|new)|IO\.(?:read|readlines|foreach)|fs\.(?:readFile(?:Sync)?|createReadStream)|readFileSync|readFile|readLines|read_file|slurp|Path\.of|Paths\.get|FileInputStream|FileReader|os\.(?:ReadFile|Open)|ioutil\.ReadFile|(?:std::)?fs::read(?:_to_string)?|File::open|Deno\.(?:readTextFile|readFile)(?:Sync)?|Bun\.file|io\.open|pd\.read_\w{1,20}|np\.(?:load|loadtxt|fromfile)|Path)(?![\w-])/g;

/** `path.read_text()`, `(Path.home() / "x").read_bytes()` */
const READS_ITSELF = /((?<!\w)[A-Za-z_]\w*|\))\s?\.(?:read_text|read_bytes|open)\s?\(/g;

export type CodeRead = { path: string; at: number };

/** The files that code reads, as far as their paths follow from its text. */
export function readsIn(text: string, language: string, scope: CodeScope): CodeRead[] {
  const found = callsOf(READ, text, language, scope).flatMap(({ values, at }) => {
    const path = values
      .map((value) => flat(value).replace(/^[<+]{1,2}\s*/, ""))
      .find((value) => value !== "" && !value.startsWith(UNKNOWN) && !MODE.test(value));
    const writes = values.slice(1).some((value) => /^[wax]/.test(flat(value)) && MODE.test(flat(value)));
    return path === undefined || path.startsWith(">") || writes ? [] : [{ path, at }];
  });
  for (const { path, at } of receivers(READS_ITSELF, text, scope)) {
    const known = flat(path);
    if (known.includes("/") && !known.startsWith(UNKNOWN)) found.push({ path: known, at });
  }
  return found.map(({ path, at }) => ({ path: supposed(path), at }));
}

const MODE = /^[rwaxbt+]{1,3}$/;

type CodeDelete = { path: string; tree: boolean };

export function deletesIn(text: string, language: string, scope: CodeScope): CodeDelete[] {
  const calls = [
    ...callsOf(DELETE, text, language, scope),
    ...callsOf(MAY_DELETE, text, language, scope).filter(isReadable),
  ];
  const recursive = /recursive["']?\s{0,3}[:=]\s{0,3}true/i.test(text);
  const found = calls.flatMap(({ name, values }) => {
    const [first] = values;
    const paths = typeof first === "string" ? [first] : (first ?? []);
    return paths.map((path) => ({ path, tree: recursive || TREE.test(name) }));
  });
  const below = /\.delete(?:Dir|Recursively)\b/.test(text);
  for (const { path } of receivers(DELETES_ITSELF, text, scope)) found.push({ path: flat(path), tree: below });
  return found;
}

/** The values that a method is called on. */
function receivers(method: RegExp, text: string, scope: CodeScope): { path: Value; at: number }[] {
  return matchesOf(text, method).flatMap((match) => {
    const receiver = match[1] as string;
    const start = receiver === ")" ? openingOf(text, match.index) : match.index;
    if (start === null || (receiver !== ")" && /^(?:fs|os|File|Dir|fse)$/.test(receiver))) return [];
    const object = text.slice(start, match.index + receiver.length);
    return [{ path: plain(new CodeReader(object, scope).expression()), at: start }];
  });
}

/** Where the expression begins that this closing bracket ends, the name before the bracket included. */
const MAX_CHAINED = 3;
function openingOf(text: string, close: number, calls = 0): number | null {
  let open = 0;
  for (let at = close; at >= Math.max(0, close - 300); at--) {
    if (text[at] === ")") open++;
    else if (text[at] === "(" && --open === 0) {
      const name = /[\w.]{0,40}$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? "";
      const start = at - name.length;
      // `Path.home().joinpath("x")`: a call on what another call gives.
      return name.startsWith(".") && text[start - 1] === ")" && calls < MAX_CHAINED ? openingOf(text, start - 1, calls + 1) : start; // prettier-ignore
    }
  }
  return null;
}

/** The command line of a call that runs one. Null where it names none. */
export function commandLine({ name, values }: CodeCall, language: string): string | null {
  const spawns = /^os\.(?:exec[lv]|spawn|posix_spawn)/.test(name);
  const given = name.startsWith("os.spawn") ? values.slice(1) : values;
  const [first, second] = given;
  if (first === undefined) return null;
  if (spawns) {
    const words = second === undefined || typeof second === "string" ? given.slice(2).map(flat) : second.slice(1);
    return asCommand([flat(first), ...words]);
  }
  if (typeof first !== "string") return asCommand(first);
  if (second !== undefined && typeof second !== "string") return asCommand([first, ...second]);
  const several =
    /^(?:perl|ruby|elixir|crystal|julia|java|kotlin|groovy)$/.test(language) || name.endsWith("create_subprocess_exec");
  const words = given.filter((value) => typeof value === "string");
  return several && words.length > 1 ? asCommand(words) : asScript(first);
}

/** An unset variable reads as a word that is not known. */
export const NOT_KNOWN = "$UNKNOWN_VALUE";
const asScript = (text: string): string => text.replace(/^\s*\|/, "").replaceAll(UNKNOWN, NOT_KNOWN);
export const asCommand = (words: readonly string[]): string => words.map(wordOf).join(" ");
const wordOf = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word)
    ? word
    : word
        .split(UNKNOWN)
        .map((piece) => (piece === "" ? "" : quoted(piece)))
        .join(`"${NOT_KNOWN}"`);
