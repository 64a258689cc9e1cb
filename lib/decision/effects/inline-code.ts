import { readShell } from "../shell/read";
import type { SimpleCommand, Word } from "../shell/types";
import { literal } from "../shell/word";
import { addDelete } from "./deleting";
import { addWrite } from "./writing";
import { addSend } from "./sending";
import { sourceOfPath } from "./flow";
import { add, pathOf, type Scene, type Source } from "./scene";

const MAX_CODE = 32_768;
const STRING =
  String.raw`(?:[rbuf]{0,2})(?:"""([\s\S]*?)"""|'''([\s\S]*?)'''|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|` +
  "`((?:[^`\\\\]|\\\\.)*)`)";

/** Calls whose first string is a shell command. */
const SHELL_CALL = new RegExp(
  String.raw`\b(?:os\.(?:system|popen)|subprocess\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput)|commands\.getoutput|execSync|exec|spawnSync|spawn|execFileSync|execFile|system|popen|shell_exec|passthru|proc_open|do shell script|IO\.popen|Kernel\.system|Bun\.\$|qx)\s*(?:\(\s*)?(\[\s*)?` +
    STRING,
  "g",
);
/** Calls whose first string is a path that goes. */
const DELETE_CALL = new RegExp(
  String.raw`\b(?:shutil\.rmtree|os\.(?:remove|unlink|rmdir|removedirs)|fs\.(?:rm|rmSync|unlink|unlinkSync|rmdir|rmdirSync|remove|removeSync)|rmSync|unlinkSync|FileUtils\.rm(?:_rf|_r|_f)?|rimraf(?:\.sync)?|File\.(?:delete|unlink)|unlink|rmtree|Path\s*\(\s*)\s*\(?\s*` +
    STRING,
  "g",
);
const OPEN_CALL = new RegExp(
  String.raw`\b(?:open|readFileSync|readFile|file_get_contents|File\.read|Path|read_text|writeFileSync|appendFileSync|writeFile|fopen|ZipFile)\s*\(\s*(?:os\.path\.expanduser\(\s*)?` +
    STRING +
    String.raw`\s*\)?\s*(?:,\s*(?:mode\s*=\s*)?["']([rwax+bt]+)["'])?`,
  "g",
);
const SEND_CALL = new RegExp(
  String.raw`\b(?:requests\.(?:post|put|patch)|urllib\.request\.(?:urlopen|Request)|httpx\.(?:post|put)|aiohttp|axios\.(?:post|put)|fetch|http\.client\.HTTPS?Connection|https?\.request|Net::HTTP\.post|got\.post|smtplib\.SMTP\w*|ftplib\.FTP)\s*\(\s*(?:URI\()?` +
    STRING,
  "g",
);

/** awk: `"cmd" | getline`. */
const AWK_PIPE = /"((?:[^"\\]|\\.)*)"\s*\|\s*getline/g;
const METADATA = /169\.254\.169\.254|metadata\.google\.internal/;
const DECODES =
  /\b(fromhex|b64decode|unhexlify|decode64|unpack\w*|pack\(|atob|decodeURIComponent|chr\(|fromCharCode|rot_?13|Buffer\.from\([^)]*['"](hex|base64))/i;
const RUNS =
  /\b(exec|eval|system|spawn|popen|Popen|execSync|subprocess|child_process|compile|Function|instance_eval)\b/;

/**
 * Looks into code on the command line as far as plain calls with literal arguments go. What it does not recognise is an ordinary
 * program; only what it does recognise becomes an effect.
 */
export function readInlineCode(code: Word, command: SimpleCommand, language: string, scene: Scene): void {
  const text = code.value.slice(0, MAX_CODE);
  const here = (found: string): Word => ({ ...literal(unescape(found), code), start: code.start, end: code.end });
  for (const match of text.matchAll(SHELL_CALL)) {
    const [, list] = match;
    const first = stringIn(match, 2);
    if (
      first === null ||
      /\bre\.|\bdb\.|\.exec\s*\($/.test(text.slice(Math.max(0, (match.index ?? 0) - 4), match.index))
    )
      continue;
    const script =
      list === undefined
        ? first
        : [first, ...listItems(text.slice((match.index ?? 0) + match[0].length))].map(quote).join(" ");
    readScript(here(script), command, scene);
  }
  if (language.endsWith("awk"))
    for (const match of text.matchAll(AWK_PIPE)) readScript(here(match[1] ?? ""), command, scene);
  for (const match of text.matchAll(DELETE_CALL)) {
    const path = stringIn(match, 1);
    if (
      path === null ||
      (match[0].startsWith("Path") &&
        !/^\s*\)\s*\.(unlink|rmdir)/.test(text.slice((match.index ?? 0) + match[0].length)) &&
        !isDeletedLater(text))
    )
      continue;
    addDelete(here(path), command, scene, /rmtree|rm_r|recursive|rimraf/.test(text));
  }
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
  if (/\bos\.environ\b(?!\s*(\[|\.get))|JSON\.stringify\(process\.env\)|ENV\.to_h/.test(text)) {
    read.push({ sort: "environment", label: "the environment", start: code.start, end: code.end });
  }
  for (const match of text.matchAll(SEND_CALL)) {
    const url = stringIn(match, 1);
    const delicate = read.filter((source) => source.sort !== "file");
    if (url !== null && delicate.length > 0) addSend(code, url, delicate, language, command, scene);
  }
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
  if (DECODES.test(text) && RUNS.test(text)) {
    const reason = "The code runs something that it decodes first.";
    scene.opaque.push({ reason, evidence: { field: scene.field, start: code.start, end: code.end, note: reason } });
  }
  if (
    /\b(urlopen|urllib|requests\.get|URI\.open|open-uri|LWP::Simple|file_get_contents\(["']http)/.test(text) &&
    /\b(exec|eval|instance_eval|compile)\s*\(/.test(text)
  ) {
    add(scene, "fetch-and-execute", "url", null, code, "runs code that it fetches", {
      to: "unknown",
      host: "",
      how: "inline",
    });
  }
  const socket =
    /socket\.socket|net\.(connect|Socket|createConnection)|TCPSocket|fsockopen|IO::Socket|use Socket|new Socket/.test(
      text,
    );
  const shell =
    /\/bin\/(ba)?sh|pty\.spawn|dup2|cmd\.exe|powershell|subprocess|child_process|os\.system|os\.popen|exec\b/.test(
      text,
    );
  if (socket && shell && /\b(connect|createConnection|TCPSocket|fsockopen|bind|listen|accept)\b/.test(text)) {
    add(scene, "expose", "host", null, code, "connects a shell to a network socket", { what: "reverse-shell" });
  }
}

function readScript(script: Word, command: SimpleCommand, scene: Scene): void {
  const reading = readShell(script.value, {
    cwd: command.cwd ?? scene.action.cwd,
    home: scene.home,
    gitRoot: scene.action.git?.root ?? null,
    gitBranch: scene.action.git?.branch ?? null,
  });
  const before = scene.effects.length;
  scene.addReading(reading, scene);
  // The text stands somewhere inside the code: all of its evidence is the code.
  for (let i = before; i < scene.effects.length; i++) {
    const effect = scene.effects[i];
    if (effect !== undefined)
      scene.effects[i] = { ...effect, evidence: { ...effect.evidence, start: script.start, end: script.end } };
  }
}

function stringIn(match: RegExpMatchArray, from: number): string | null {
  for (let i = from; i < from + 5; i++) if (match[i] !== undefined) return match[i] as string;
  return null;
}

const listItems = (rest: string): string[] => {
  const list = rest.slice(0, rest.indexOf("]") === -1 ? 0 : rest.indexOf("]"));
  return [...list.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] ?? match[2] ?? "");
};

const quote = (word: string): string => (/^[\w@%+=:,./~-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
const unescape = (text: string): string => text.replace(/\\(["'`\\])/g, "$1").replaceAll("\\n", "\n");
const isDeletedLater = (text: string): boolean => /\.(unlink|rmdir)\s*\(/.test(text);
