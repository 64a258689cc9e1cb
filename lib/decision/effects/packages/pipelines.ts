import { LOCK, PIPELINE } from "../../acting-files";
import { inputText } from "../../input-text";
import type { SimpleCommand, Span, Word } from "../../shell/types";
import type { Effect } from "../../types";
import { pathOf, add, type Maker, type Scene } from "../scene";
import { clip } from "../clip";
import { cannotRead, weighed } from "../code/code-scripts";
import { isOurs } from "../network/destinations";
import { operands, optionValues } from "../arguments";
import { placeOf } from "../files/places";
import { isSessionsOwn } from "../own";
import { isToolchainInstaller } from "../written/installers";
import { matchesOf } from "../../matches";

const MAX_LENGTH = 65_536;
const MAX_LINE = 2_000;
/** Of those that reach out. */
const MAX_LINES = 40;

/** Lines that print or send a secret; GitHub masks only what it knows word for word. */
const LEAKS =
  /\b(?:echo|printf|printenv|env\b\s*\||base64|xxd|tee|curl|wget|nc|xh|https?(?=\s+(?:GET|POST|PUT|PATCH|-)))\b.*(?:\$\{\{\s*(?:secrets\.|toJSON\(secrets)|\$(?:CI_JOB_TOKEN|GITHUB_TOKEN|AWS_SECRET_ACCESS_KEY|NPM_TOKEN))|toJSON\(secrets\)/i;
const USES =
  /\b(?:docker|podman|helm|npm) login\b|--password-stdin|>>\s*"?\$?\{?GITHUB_(?:ENV|OUTPUT)|-H\s+["']?Authorization|\bcurl\b[^|]*\s["']?\$\{\{\s*secrets\.\w*(?:HOOK|URL)\w*\s*\}\}/i;
/** A request whose body is what Azure hands to a step in secret, or all of its environment. */
const postsAzure = (line: string): boolean => {
  const body = AZURE_SECRET.test(line) && REQUESTS.test(line) ? line.search(BODY) : -1;
  return body !== -1 && AZURE_SECRET.test(line.slice(body)) && !TO_AZURE.test(line);
};
const REQUESTS = /\b(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm|curl(?:\.exe)?|wget)\s/i;
const BODY = /\s(?:-Body|-d|--data[\w-]{0,20}|--json|-F|--form)\s/i;
const AZURE_SECRET =
  /\bSYSTEM_ACCESSTOKEN\b|\$\((?:System\.AccessToken|\w{0,40}(?:token|secret|password|apikey)\w{0,40})\)|\b(?:Get-ChildItem|gci|dir|ls)\s{1,3}(?:-Path\s{1,3})?env:/i;
const TO_AZURE =
  /https?:\/\/(?:dev\.azure\.com|[\w-]{1,60}\.visualstudio\.com|localhost|127\.0\.0\.1)[:/]|\$\(System\.\w{1,40}Uri\)|\$env:SYSTEM_\w{1,40}URI/i;
/** Lines without one of these run nothing that comes from or goes to elsewhere. */
const REACHES =
  /\b(?:curl|wget|nc|ncat|socat|telnet|openssl|iwr|irm|scp|rsync|dig|nslookup)\b|\/dev\/tcp\/|\b(?:node|python3?|ruby|perl|php|deno|bunx?|xh|https?|aria2c|lynx|w3m|pwsh|Invoke-\w+)\s.{0,400}:\/\//;

/** Pipelines that this command line writes, by the line in them that leaks or runs what nobody has looked at. */
export function pipelines(scene: Scene): void {
  for (const [path, text] of scene.reading.files)
    if (PIPELINE.test(path)) pipelineText(path, text, (line) => spanOf(line, scene), scene);
}

/** @param at where a line of the text stands in what the evidence points into */
export function pipelineText(path: string, text: string, at: (line: string) => Span, scene: Scene): void {
  const lines = text.slice(0, MAX_LENGTH).split("\n");
  const tooLong = text.length > MAX_LENGTH ? text : lines.find((one) => one.length >= MAX_LINE);
  if (tooLong !== undefined) cannotRead("The pipeline is longer than can be read through.", at(tooLong), scene);
  const leak = lines.find((one) => one.length < MAX_LINE && ((LEAKS.test(one) && leaks(one)) || postsAzure(one)));
  if (leak !== undefined) return report(path, "makes a pipeline print or send a secret", "leaking-pipeline", at(leak), scene); // prettier-ignore
  const reaching = lines.filter((one) => one.length < MAX_LINE && REACHES.test(one));
  const further = reaching[MAX_LINES];
  if (further !== undefined)
    cannotRead("The pipeline reaches out more often than can be looked at.", at(further), scene);
  const secret = secretsIn(text);
  for (const line of reaching.slice(0, MAX_LINES)) judge(line, path, at(line), scene, secret?.test(line));
}

/** What a download has to do with a secret that a later command of the line is given. */
const leaks = (line: string): boolean =>
  line.split(/(?:&&|;)(?![^{}]*\}\})/).some((command) => LEAKS.test(command) && !USES.test(command));

const BOUND =
  /^[ \t]*(?:-[ \t]+)?(?:(?:run|script):[ \t]*[|>"']?\s*)?(?:export\s+)?([A-Za-z_]\w{0,60})(?::\s|=)\s*["']?\$\{\{\s*secrets\./gm;
const MAX_NAMES = 40;

/** Lines that name a variable which a secret was put into; null where none was. */
function secretsIn(text: string): RegExp | null {
  if (!text.includes("secrets.")) return null;
  const names = new Set(matchesOf(text.slice(0, MAX_LENGTH), BOUND).map(([, name = ""]) => name));
  if (names.size === 0) return null;
  const any = names.size > MAX_NAMES ? "[A-Za-z_]\\w*" : [...names].join("|");
  return new RegExp(`\\$(?:env:)?\\{?(?:${any})\\b|\\bprocess\\.env\\.(?:${any})\\b|\\b(?:environ|getenv|ENV|env)\\W{1,3}(?:get\\W{1,2})?["'](?:${any})\\b`); // prettier-ignore
}

const report = (path: string, note: string, what: string, span: Span, scene: Scene): void =>
  add(scene, "guard-change", "path", path, span, note, { what });

/** Where a line stands in the command; all of it where it is put together. */
function spanOf(line: string, { action }: Scene): Span {
  const command = inputText(action, "command") ?? "";
  const start = command.indexOf(line.trim());
  return start === -1 ? { start: 0, end: command.length } : { start, end: start + line.trim().length };
}

/** `- run: x`, `- x`, `"x"`, `sh 'x'`: the command that a line of a pipeline holds. */
const commandIn = (line: string): string =>
  line
    .replace(/^\s*(?:-\s+)?(?:[\w-]+:\s+)?(?:-\s+)?(?:(?:sh|bat|powershell)\b\s*\(?\s*(?:script:\s*)?)?/, "")
    .replace(/^(["'])(.*)\1[,)\]]*\s*$/, "$2");

/** @param namesSecret it names a variable that holds a secret */
function judge(line: string, path: string, span: Span, scene: Scene, namesSecret = false): void {
  for (const effect of weighed(commandIn(line), span, scene)) {
    const harm = harmOf(effect, namesSecret && !USES.test(line) && !SIGNS_IN.test(line));
    if (harm !== null) return report(path, harm.note, harm.what, span, scene);
  }
}

/** With these a secret is shown to whoever it is for. */
const SIGNS_IN = /\s(?:-u|--user|-H|--header|--netrc-file|--oauth2-bearer|--cert|--key)[\s=]/;

const SECRETS = /^(?:environment|secret|credential)$/;

function harmOf({ kind, traits, target }: Effect, sendsSecret: boolean): { note: string; what: string } | null {
  if (kind === "expose" && traits.what === "reverse-shell")
    return { note: "makes a pipeline give others a shell", what: "leaking-pipeline" };
  if (isOurs(String(traits.to))) return null;
  if (kind === "fetch-and-execute" && isToolchainInstaller(target)) return null;
  if (kind === "fetch-and-execute")
    return {
      note: `makes a pipeline run code from ${clip(String(traits.host) || "elsewhere")}`,
      what: "pipeline-code",
    };
  // Words written in the line itself are no secret.
  if (kind !== "send" || (traits.carries === "text" && !sendsSecret)) return null;
  const isSecret = sendsSecret || SECRETS.test(String(traits.carries));
  return { note: "makes a pipeline send data to another host", what: isSecret ? "leaking-pipeline" : "pipeline-code" };
}

/** `sed -i`, `perl -pi`, `yq -i` on a pipeline: what they put in. */
const edits: Maker = (command, scene) => {
  if (!command.args.some(({ value }) => /^-[a-zA-Z]*i|^--in-?place/.test(value))) return;
  const path = command.args
    .map((word) => pathOf(word, command, scene))
    .find((one) => one !== null && PIPELINE.test(one));
  if (path == null) return;
  const given = command.args.filter((_, i) => /^(?:-[a-z]*e|--expression)$/.test(command.args[i - 1]?.value ?? ""));
  for (const word of given.length > 0 ? given : operands(command).slice(0, 1))
    for (const part of partsOf(word.value)) if (REACHES.test(part)) judge(part, path, word, scene);
};

/** What `s#a#b#` puts in, the text that `a`, `i` and `c` do, and the strings of a query. */
function partsOf(expression: string): readonly string[] {
  const text = expression.slice(0, 2_000);
  if (text.startsWith(".")) return matchesOf(text, /"([^"]*)"/g).map(([, string = ""]) => string);
  const delimiter = /^(?:\d+|\$|\/[^/]*\/)?s(\W)/.exec(text)?.[1];
  if (delimiter !== undefined) return text.split(delimiter).slice(2, 3);
  return [text.replace(/^.*?[aic]\\?\s*/, "")];
}

/** A pipeline or lock file as another host sends it. */
const downloads: Maker = (command, scene) => {
  for (const file of optionValues(command, "-o", "--output", "-O", "--output-document")) {
    const path = pathOf(file, command, scene);
    if (path !== null && (PIPELINE.test(path) || LOCK.test(path)))
      report(path, `puts what another host sends in the place of ${clip(path)}`, "pipeline-code", file, scene);
  }
};

/** A file from where any program of the machine puts files takes the place of what everybody builds with. */
const replaces: Maker = (command, scene) => {
  const words = operands(command);
  const target = words.at(-1);
  const path = target === undefined ? null : pathOf(target, command, scene);
  if (path === null || !(PIPELINE.test(path) || LOCK.test(path))) return;
  for (const word of words.slice(0, -1)) fromScratch(word, path, command, scene);
};

const passed: Maker = (command, scene) => {
  for (const { op, target } of command.redirects) {
    const path = op.includes(">") ? pathOf(target, command, scene) : null;
    if (path !== null && (PIPELINE.test(path) || LOCK.test(path)))
      for (const word of operands(command)) fromScratch(word, path, command, scene);
  }
};

function fromScratch(word: Word, path: string, command: SimpleCommand, scene: Scene): void {
  const from = pathOf(word, command, scene);
  if (from === null || placeOf(from, scene) !== "scratch" || isSessionsOwn(from, scene)) return;
  report(
    path,
    `puts ${clip(from)}, which nobody here made, in the place of ${clip(path)}`,
    "pipeline-code",
    word,
    scene,
  );
}

export const PIPELINE_MAKERS: Readonly<Record<string, Maker>> = { sed: edits, gsed: edits, perl: edits, yq: edits, curl: downloads, wget: downloads, mv: replaces, cp: replaces, install: replaces, cat: passed }; // prettier-ignore
