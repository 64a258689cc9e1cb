import { readShell } from "../../shell/read";
import type { SimpleCommand, Word } from "../../shell/types";
import { isKnown, literal } from "../../shell/word";
import { commandLine, deletesIn, hiddenCall, readsIn, runsIn } from "./code-calls";
import { clientIn, fetchesCode, loadsModel } from "./code-network";
import { readNames, withPlainNames } from "./code-names";
import { UNKNOWN, type CodeScope } from "./code-text";
import { addDelete } from "../files/deleting";
import { addFetched, originOf } from "../fetched";
import { quotedScripts } from "./quoted-scripts";
import { addWrite } from "../files/writing";
import { addSend } from "../network/sending";
import { sourceOfPath } from "../secrets/flow";
import { add, pathOf, type Scene, type Source } from "../scene";

const MAX_CODE = 32_768;
const STRING =
  String.raw`(?:[rbuf]{0,2})(?:"""([\s\S]*?)"""|'''([\s\S]*?)'''|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|` +
  "`((?:[^`\\\\]|\\\\.)*)`)";

const OPEN_CALL = new RegExp(
  String.raw`\b(?:open|readFileSync|readFile|file_get_contents|File\.read|Path|read_text|writeFileSync|appendFileSync|writeFile|fopen|ZipFile)\s*\(\s*(?:os\.path\.expanduser\(\s*)?` +
    STRING +
    String.raw`\s*\)?\s*(?:,\s*(?:mode\s*=\s*)?["']([rwax+bt]+)["'])?`,
  "g",
);
const SEND_CALL = new RegExp(
  String.raw`\b(?:requests\.(?:post|put|patch)|urllib\.request\.(?:urlopen|Request)|httpx\.(?:post|put)|aiohttp|axios\.(?:post|put)|fetch|http\.client\.HTTPS?Connection|https?\.request|Net::HTTP\.post|got\.post|file_get_contents(?=\s*\(\s*["']https?:)|smtplib\.SMTP\w*|ftplib\.FTP)\s*\(\s*(?:URI\()?` +
    STRING,
  "g",
);

const METADATA = /169\.254\.169\.254|metadata\.google\.internal/;
const DECODES =
  /\b(codecs\.decode|bytes\(\[|bytearray\(|marshal\.loads|zlib\.decompress|fromhex|b64decode|unhexlify|decode64|unpack\w*|pack\(|atob|decodeURIComponent|chr\(|fromCharCode|rot_?13|Buffer\.from\([^)]{0,200}['"](hex|base64))/i;
/** A loop without end that forks. */
const FORKS =
  /\bfork\b[^\n]{0,40}\b(?:for \w{1,20} in iter\(|while\s*\(?(?:1|true)\b)|\b(?:while\s*\(?\s*(?:True|true|1)\s*\)?|for\s*\(;;\)|loop)\s*[:{]?\s*(?:do\b)?\s*(?:os\.|Process\.)?fork\b/;
const IN_MEMORY = /\b(?:memfd_create|ptrace|process_vm_writev|mprotect|VirtualAlloc\w*|CreateRemoteThread)\b/;
const RUNS =
  /\b(exec|eval|system|spawn|popen|Popen|execSync|subprocess|child_process|compile|Function|instance_eval|pickle\.loads|marshal\.loads)\b/;

/**
 * Looks into code on the command line as far as plain calls with literal arguments go. What it does not recognise is an ordinary
 * program; only what it does recognise becomes an effect.
 */
export function readInlineCode(code: Word, command: SimpleCommand, language: string, scene: Scene, depth = 0): void {
  const written = code.value.slice(0, MAX_CODE);
  const text = withPlainNames(written);
  const here = (found: string): Word => ({ ...literal(unescape(found), code), start: code.start, end: code.end });
  actions(text, code, command, language, scene, depth);
  const read: Source[] = [];
  for (const match of text.matchAll(OPEN_CALL)) {
    const path = stringIn(match, 1);
    if (path === null) continue;
    const writes = /[wax+]/.test(match[6] ?? "") || /^(write|append)/.test(match[0]);
    if (writes) addWrite(here(path), command, scene, "edit", false);
    else {
      const source = sourceOfPath(pathOf(here(path), command, scene), code, scene);
      if (source !== null) read.push(source);
    }
  }
  for (const path of readPaths(text, code, command, language, scene)) {
    const source = sourceOfPath(pathOf(here(path), command, scene), code, scene);
    if (source !== null && source.sort !== "file" && !read.some(({ label }) => label === source.label))
      read.push(source);
  }
  if (/\bos\.environ\b(?!\s*(\[|\.get))|JSON\.stringify\(process\.env\)|ENV\.to_h/.test(text)) {
    read.push({ sort: "environment", label: "the environment", start: code.start, end: code.end });
  }
  for (const match of text.matchAll(SEND_CALL)) {
    const url = stringIn(match, 1);
    const delicate = read.filter((source) => source.sort !== "file");
    if (url !== null && delicate.length > 0) addSend(code, url, delicate, language, command, scene);
  }
  const client = read.some(({ sort }) => sort !== "file") ? clientIn(written) : null;
  if (client !== null)
    addSend(
      code,
      client.url,
      read.filter(({ sort }) => sort !== "file"),
      client.name,
      command,
      scene,
    );
  for (const source of read) {
    if (source.sort === "credential")
      add(scene, "credential-read", "path", source.label, code, `reads ${source.label}`, {
        how: "read",
        delicacy: "store",
      });
  }
  if (METADATA.test(text))
    add(scene, "credential-read", "url", "metadata service", code, "asks the cloud metadata service for credentials", {
      how: "metadata",
      delicacy: "store",
    });
  if (IN_MEMORY.test(text)) cannotRead("The code puts a program together in memory.", code, scene);
  const hidden = hiddenCall(written);
  if (hidden !== null) cannotRead(hidden, code, scene);
  if (FORKS.test(text))
    add(scene, "system-change", "process", null, code, "starts processes without end", {
      act: "fork-bomb",
      what: "fork bomb",
    });
  if (DECODES.test(text) && RUNS.test(text)) {
    cannotRead("The code runs something that it decodes first.", code, scene);
  }
  if (fetchesCode(written))
    add(scene, "fetch-and-execute", "url", null, code, "runs code that it fetches", { to: "unknown", host: "", how: "inline" }); // prettier-ignore
  const model = scene.fetched.size === 0 ? null : loadsModel(text);
  const origin = model === null ? null : originOf(pathOf(here(model), command, scene) ?? "", scene);
  if (origin !== null) addFetched(origin, "model", code, scene);
  const socket =
    /socket\.socket|socket\.tcp\b|\/inet\/(?:tcp|udp)\/|net\.(connect|Socket|createConnection)|TCPSocket|fsockopen|IO::Socket|use Socket|new Socket/.test(
      text,
    );
  const shell =
    /\/bin\/(ba)?sh|pty\.spawn|dup2|cmd\.exe|powershell|subprocess|child_process|os\.system|os\.popen|os\.execute|getline|exec\b/.test(
      text,
    );
  if (socket && shell && /\b(connect|createConnection|TCPSocket|fsockopen|bind|listen|accept|getline)\b/.test(text)) {
    add(scene, "expose", "host", null, code, "connects a shell to a network socket", { what: "reverse-shell" });
  }
}

const READS = /open|read|[Ff]ile|fopen|slurp|Path/;

function readPaths(text: string, code: Word, command: SimpleCommand, language: string, scene: Scene): string[] {
  if (!READS.test(text)) return [];
  const scope = scopeOf(code, command, scene);
  readNames(text, scope);
  return readsIn(text, language, scope);
}

function scopeOf(code: Word, command: SimpleCommand, scene: Scene): CodeScope {
  const args = command.args.slice(command.args.findIndex((arg) => arg.value === code.value) + 1);
  return {
    home: scene.home,
    cwd: command.cwd,
    args: args.map((arg) => (isKnown(arg) ? arg.value : UNKNOWN)),
    names: new Map(),
    budget: MAX_STEPS,
  };
}

/** What the code runs and deletes, by calls whose arguments can be told. */
function actions(
  text: string,
  code: Word,
  command: SimpleCommand,
  language: string,
  scene: Scene,
  depth: number,
): void {
  const script = (found: string): Word => ({ ...literal(found, code), start: code.start, end: code.end });
  for (const found of quotedScripts(text, language)) readScript(script(found), command, scene);
  if (!ACTS.test(text)) return;
  const scope = scopeOf(code, command, scene);
  readNames(text, scope);
  for (const call of runsIn(text, language, scope)) {
    const line = commandLine(call, language);
    if (line === null) continue;
    const own = /^(?:exec|eval)$/.test(call.name) && /^(?:python|node|deno|bun)$/.test(language);
    if (!own) readScript(script(line), command, scene);
    else if (depth < 3) readInlineCode(script(line), command, language, scene, depth + 1);
  }
  for (const { path, tree } of deletesIn(text, language, scope)) {
    const at = path.indexOf(UNKNOWN);
    const value = path.replaceAll(UNKNOWN, "a-value");
    // Which file it is shows only when it runs, and a loop makes it many.
    addDelete({ ...script(value), unknownAt: at, glob: value.includes("*") }, command, scene, tree || at !== -1);
  }
}

/** Something in the code may run or delete: most code does neither and is not read further. */
const ACTS =
  /Remove|remove_|exec|spawn|system|open|run|rm|unlink|remove|delete|subprocess|shell|\bcmd\b|callCommand|Command|Open3|Bun\.\$/;
const MAX_STEPS = 200_000;

function cannotRead(reason: string, { start, end }: Word, scene: Scene): void {
  if (scene.opaque.some((one) => one.reason === reason)) return;
  scene.opaque.push({ reason, evidence: { field: scene.field, start, end, note: reason } });
}

/** Each script costs something by itself, however short. */
const SCRIPT_COST = 200;

function readScript(script: Word, command: SimpleCommand, scene: Scene): void {
  scene.scriptBudget -= script.value.length + SCRIPT_COST;
  if (scene.scriptBudget < 0) return cannotRead("The code runs more than can be read through.", script, scene);
  const reading = readShell(script.value, {
    cwd: command.cwd ?? scene.action.cwd,
    home: scene.home,
    gitRoot: scene.action.git?.root ?? null,
    gitBranch: scene.action.git?.branch ?? null,
  });
  const before = scene.effects.length;
  scene.addReading(reading, scene);
  const { start, end } = script;
  // The text stands somewhere inside the code: all of its evidence is the code.
  for (let i = before; i < scene.effects.length; i++) {
    const effect = scene.effects[i];
    if (effect !== undefined) scene.effects[i] = { ...effect, evidence: { ...effect.evidence, start, end } };
  }
  for (const { reason, evidence } of reading.opaque)
    scene.opaque.push({ reason, evidence: { ...evidence, field: scene.field, start, end } });
}

function stringIn(match: RegExpMatchArray, from: number): string | null {
  for (let i = from; i < from + 5; i++) if (match[i] !== undefined) return match[i] as string;
  return null;
}

const unescape = (text: string): string => text.replace(/\\(["'`\\])/g, "$1").replaceAll("\\n", "\n");
