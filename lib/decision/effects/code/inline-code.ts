import type { SimpleCommand, Word } from "../../shell/types";
import { resolvePath } from "../../paths";
import { isKnown, literal } from "../../shell/word";
import {
  callsOf,
  commandLine,
  deletesIn,
  evaluatesIn,
  hiddenCall,
  isKnownCall,
  NOT_KNOWN,
  readsIn,
  runsIn,
  runsKnown,
} from "./code-calls";
import { addDangers } from "./code-dangers";
import { mayDecode } from "./code-decoding";
import { databaseCommandsIn } from "./code-databases";
import { fileCommandsIn } from "./code-files";
import { addFlows, secretIn } from "./code-flows";
import { argumentsAt } from "./code-statements";
import { clientIn, codeFetched, fetchesCode, loadsModel } from "./code-network";
import { readNames, withPlainNames } from "./code-names";
import { lookupsIn } from "./code-lookups";
import { killsIn } from "./code-processes";
import { addDisguise, cannotRead, mayRead, readScript } from "./code-scripts";
import { downloadsIn, requestCommandsIn } from "./code-requests";
import { serviceCommandsIn } from "./code-services";
import { printedStores } from "./code-stores";
import { addSocketShell } from "./code-sockets";
import { flat, groupOf, supposed, UNKNOWN, type CodeScope } from "./code-text";
import { addDelete } from "../files/deleting";
import { addFetched, originOf } from "../fetched";
import { quotedScripts } from "./quoted-scripts";
import { addEncryption } from "../files/encrypting";
import { addWrite } from "../files/writing";
import { addComputedStartUp } from "../guard/computed-start-up";
import { addSend } from "../network/sending";
import { sourceOfPath } from "../secrets/flow";
import { add, pathOf, type Scene } from "../scene";
import { matchesOf } from "../../matches";

const MAX_CODE = 65_536;
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
  String.raw`\b(?:requests\.(?:post|put|patch)|urllib\.request\.(?:urlopen|Request)|httpx\.(?:post|put)|aiohttp|axios\.(?:post|put)|fetch|http\.client\.HTTPS?Connection|https?\.request|Net::HTTP\.post|got\.post|curl_init|new WebSocket|file_get_contents(?=\s*\(\s*["']https?:)|smtplib\.SMTP\w*|ftplib\.FTP)\s*\(\s*(?:URI\()?` +
    STRING,
  "g",
);

/** All of it; one that is handed on to a program that the code starts stays on the machine. */
const ENVIRONMENT =
  /(?<!env\s?[=:]\s?[^,)\n]{0,20}|["']\s(?:not\s)?in\s|\}\s?=\s?|keys\()(?:\bos\.environ\b(?!\s*(?:\[|\.(?:get|setdefault|pop)\b))|\bprocess\.env\b(?![.[\w]))|\bENV\.(?:to_h|to_a|inspect|map|each)|\bDeno\.env\.toObject|%ENV\b|\bgetenv\(\s?\)|\$_ENV\b(?!\s?\[)/;
const METADATA = /169\.254\.169\.254|metadata\.google\.internal/;
const DECODES =
  /\b(codecs\.decode|bytes\(\[|bytearray\(|marshal\.loads|zlib\.decompress|fromhex|b64decode|unhexlify|decode64|base64decode|unpack\w*|pack\(|atob|decodeURIComponent|chr\(|fromCharCode|rot_?13|Buffer\.from\([^)]{0,200}['"](hex|base64))/i;
const RUNS =
  /(?<!\.)\bexec\b|(?<!\bre\.)\bcompile\b|\b(?:eval|system|spawn|popen|Popen|execSync|subprocess|child_process|Function|instance_eval|runIn\w{0,10}Context|setTimeout|setInterval|assert|pickle\.loads|marshal\.loads)\b/;
/** Ways to run something that its calls' arguments do not show: code, objects, a call under another name. */
const RUNS_OTHERWISE =
  /(?<!\.)\bexec\b|(?<!\bre\.)\bcompile\b|\b(?:eval|Function|instance_eval|pickle|marshal|getattr)\b|\b(?:system|[sS]pawn(?:Sync)?|[pP]open|execSync|execFile(?:Sync)?|subprocess\.\w{1,20})\b(?!\s?[(["'`$\w}])/;

/**
 * Looks into code on the command line as far as plain calls with literal arguments go. What it does not recognise is an ordinary
 * program; only what it does recognise becomes an effect.
 */
export function readInlineCode(code: Word, outer: SimpleCommand, language: string, scene: Scene, depth = 0): void {
  const source = code.value.slice(0, MAX_CODE);
  if (code.value.length > MAX_CODE) cannotRead("The code is longer than can be read through.", code, scene);
  const text = withPlainNames(source);
  const here = (found: string): Word => literal(unescape(found), code);
  const scope = scopeOf(text, code, outer, scene);
  readNames(text, scope);
  const command = goneTo(text, language, scope, outer);
  for (const line of new Set(downloadsIn(text, language, scope))) readScript(line, code, command, scene);
  const known = actions(text, scope, { code, command, language, scene, depth });
  const paths = new Set<string>();
  for (const match of matchesOf(text, OPEN_CALL)) {
    const path = groupOf(match);
    if (path === undefined) continue;
    if (!/[wax+]/.test(match[6] ?? "") && !/^(?:write|append)/.test(match[0])) paths.add(path);
    else addWrite(here(path), command, scene, "edit", false);
  }
  const reads = READS.test(text) ? readsIn(text, language, scope) : [];
  for (const { path } of reads) paths.add(path);
  const read = [...paths].flatMap((path) => sourceOfPath(pathOf(here(path), command, scene), code, scene) ?? []);
  addFlows(text, reads, scope, code, command, scene);
  if (ENVIRONMENT.test(text)) {
    read.push({ sort: "environment", label: "the environment", start: code.start, end: code.end });
  }
  const delicate = read.filter(({ sort }) => sort !== "file");
  if (delicate.length > 0) {
    for (const match of matchesOf(text, SEND_CALL)) {
      const url = groupOf(match);
      if (url !== undefined) addSend(code, url, delicate, language, command, scene);
    }
    const client = clientIn(source) ?? clientIn(preloaded(command));
    if (client !== null) addSend(code, client.url, delicate, client.name, command, scene);
  }
  for (const { sort, label } of read)
    if (sort === "credential")
      add(scene, "credential-read", "path", label, code, `reads ${label}`, { how: "read", delicacy: "store" });
  if (METADATA.test(text))
    add(scene, "credential-read", "url", "metadata service", code, "asks the cloud metadata service for credentials", {
      how: "metadata",
      delicacy: "store",
    });
  printedStores(text, code, command.args.map(({ value }) => value), scene); // prettier-ignore
  addDangers(text, code, scene);
  addComputedStartUp(text, language, scope, code, scene);
  addEncryption(text, language, scope, code, command, scene);
  const lines = [killsIn(text, scope), fileCommandsIn(text, language, scope), databaseCommandsIn(text, language, scope), serviceCommandsIn(text), requestCommandsIn(text, language, scope)]; // prettier-ignore
  for (const line of new Set(lines.flat())) readScript(line, code, command, scene);
  const looked = lookupsIn(text, language, scope);
  if (looked === "acts") addDisguise("a name put together from pieces", code, scene);
  if (looked === "unknown") cannotRead("The code puts the name of what it calls together.", code, scene);
  const hidden = hiddenCall(source);
  if (hidden !== null) cannotRead(hidden, code, scene);
  if (DECODES.test(text) && RUNS.test(text) && (!known || RUNS_OTHERWISE.test(text)))
    cannotRead("The code runs something that it decodes first.", code, scene);
  const origin = codeFetched(text);
  if (origin !== null) addFetched(origin.url, origin.how, code, scene);
  if (fetchesCode(source) || fetchesCode(text))
    add(scene, "fetch-and-execute", "url", null, code, "runs code that it fetches", { to: "unknown", host: "", how: "inline" }); // prettier-ignore
  const model = scene.fetched.size === 0 ? null : loadsModel(text);
  const from = model === null ? null : originOf(pathOf(here(model), command, scene) ?? "", scene);
  if (from !== null) addFetched(from, "model", code, scene);
  addSocketShell(text, !known, code, scene);
  if (scope.budget <= 0) cannotRead("The code is more than can be followed.", code, scene);
}

/** `perl -MLWP::UserAgent`, `ruby -rsocket`: modules that the call names beside the code. */
const preloaded = ({ args }: SimpleCommand): string =>
  args.flatMap(({ value }) => /^-[Mmr]([\w:/-]{2,60})/.exec(value)?.slice(1) ?? []).map((name) => `use ${name};`).join(" "); // prettier-ignore

const READS = /[oO]pen|[rR]ead|[Ff]ile|fopen|slurp|Path/;

function scopeOf(text: string, code: Word, command: SimpleCommand, scene: Scene): CodeScope {
  const args = command.args.slice(command.args.findIndex((arg) => arg.value === code.value) + 1);
  return {
    home: scene.home,
    cwd: command.cwd,
    args: args.map((arg) => (isKnown(arg) ? arg.value : UNKNOWN)),
    names: new Map(),
    decodes: mayDecode(text),
    budget: MAX_STEPS,
  };
}

/** The directory that code goes to before it does anything else, where it goes to one. */
function goneTo(text: string, language: string, scope: CodeScope, command: SimpleCommand): SimpleCommand {
  const gone = text.includes("chdir") ? callsOf(CHANGES_DIRECTORY, text, language, scope) : [];
  const [path] = gone[0]?.values ?? [];
  if (path === undefined || gone.length > 1 || flat(path).includes(UNKNOWN)) return command;
  const cwd = resolvePath(flat(path), command.cwd, scope.home);
  scope.cwd = cwd;
  return { ...command, cwd };
}
const CHANGES_DIRECTORY = /\b(?:os\.chdir|process\.chdir|Dir\.chdir|(?<![.\w])chdir)(?![\w-])/g;

type Place = { code: Word; command: SimpleCommand; language: string; scene: Scene; depth: number };

/** What the code runs and deletes, by calls whose arguments can be told. Returns whether all of what such calls run can be. */
function actions(text: string, scope: CodeScope, { code, command, language, scene, depth }: Place): boolean {
  for (const found of quotedScripts(text, language)) readScript(found, code, command, scene);
  if (!ACTS.test(text)) return true;
  const [runs, own] = [runsIn(text, language, scope), language === "python" ? "exec" : null];
  for (const call of runs.filter(({ name }) => name !== own)) {
    const line = commandLine(call, language);
    if (line !== null) readScript(withSecret(line, text, call.at), code, command, scene);
  }
  const evaluated = [...runs.filter(({ name }) => name === own), ...evaluatesIn(text, language, scope)];
  if (depth >= MAX_EVALUATED && evaluated.length > 0) cannotRead("The code runs code inside code too deep to be read.", code, scene); // prettier-ignore
  for (const { values } of depth < MAX_EVALUATED ? evaluated : []) {
    const inner = flat(values[0] ?? "").replaceAll(UNKNOWN, " ");
    if (mayRead(inner, code, scene)) readInlineCode(literal(inner, code), command, language, scene, depth + 1);
  }
  if ([...runs, ...evaluated].some(({ decodes }) => decodes)) addDisguise("text that the code decodes", code, scene);
  for (const { path, tree } of deletesIn(text, language, scope)) {
    const at = path.indexOf(UNKNOWN);
    const value = supposed(path);
    // Which file it is shows only when it runs, and a loop makes it many.
    addDelete({ ...literal(value, code), unknownAt: at, glob: value.includes("*") }, command, scene, tree || at !== -1);
  }
  return runsKnown(text, language, scope) && [...runs, ...evaluated].every(isKnownCall);
}

/** What a command line is given of the environment shows by its name there. */
function withSecret(line: string, text: string, at: number): string {
  if (!line.includes(NOT_KNOWN)) return line;
  const open = text.indexOf("(", at);
  const secret = open === -1 ? null : secretIn(argumentsAt(text.slice(open, open + MAX_ARGUMENTS), 0).join(","));
  return secret === null ? line : line.replace(NOT_KNOWN, () => `$${secret}`);
}
const MAX_ARGUMENTS = 1_000;

/** Something in the code may run or delete: most code does neither and is not read further. */
const ACTS =
  /Remove|remove_|exec|eval|Function|loadstring|Context|setTimeout|setInterval|spawn|system|open|run|rm|unlink|remove|delete|subprocess|shell|\bcmd\b|callCommand|Command|Open3|kill|Bun\.\$/;
const MAX_STEPS = 200_000;
const MAX_EVALUATED = 3;

const unescape = (text: string): string => text.replace(/\\(["'`\\])/g, "$1").replaceAll("\\n", "\n");
