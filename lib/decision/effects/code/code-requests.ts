import { argumentsAt } from "./code-statements";
import { asCommand, callsOf } from "./code-calls";
import { flat, supposed, UNKNOWN, type CodeScope } from "./code-text";
import { CodeReader } from "./code-values";
import { matchesOf } from "../../matches";

/** What code asks of other machines through its libraries, as the command lines that ask the same. */

const METHODS = "post|put|patch|delete|del|request";
const REQUEST = new RegExp(
  String.raw`(?<![\w$])(?:(?:requests|httpx|session|client|http|axios|got|ky|superagent|HTTParty|RestClient|Faraday|Typhoeus|HTTP|\$ua|HTTP::Tiny->new)(?:\.|->)(?:${METHODS})|urllib\.request\.Request|(?<![.])(?:fetch|axios|ofetch))(?=\s?\()`,
  "g",
);
const METHOD = /\bmethod["']?\s?[:=]\s?["'](\w{3,7})["']/i;
const NAMED_URL = /\burl["']?\s?[:=]\s?["'`](https?:\/\/[^"'`\s]{1,300})/;
/** Whether a key is one for rehearsals stands in it. */
const KEY = /["']?((?:Authorization|[\w-]{0,30}[kK]ey))["']?\s?[:=]\s?[fb]?["'`]([^"'`\n]{1,200})/;
/** A program that tells people something by itself is what it was written for; what it carries is followed. */
const SPEAKS = /^https?:\/\/[^/]*(?:telegram|slack|discord|webhook|hooks|teams|ntfy|pushover)/;
/** More than the budget for scripts lets be read, which then says so. */
const MAX_LINES = 400;
const MAX_BODY = 400;

/** `curl -X DELETE https://...` for `requests.delete("https://...")`. What only gets is followed by what it carries. */
function requests(text: string, scope: CodeScope): string[] {
  const key = KEY.exec(text);
  return matchesOf(text, REQUEST).flatMap((match) => {
    if (scope.budget <= 0) return [];
    const open = text.indexOf("(", match.index + match[0].length);
    const values = new CodeReader(text, scope, open).arguments().map(flat);
    const parts = argumentsAt(text, open);
    const words = parts.join(",");
    scope.budget -= words.length;
    const body = parts.slice(1).join(",").trim();
    const url = values.find((value) => /^https?:\/\//.test(value)) ?? NAMED_URL.exec(words)?.[1];
    const called = /(?:\.|->)(\w+)$/.exec(match[0])?.[1] ?? "";
    const first = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/i.exec(values[0] ?? "")?.[0];
    const named = first ?? METHOD.exec(words)?.[1] ?? (/^(?:post|put|patch|del(?:ete)?)$/.test(called) ? called : "GET"); // prettier-ignore
    const method = named.toUpperCase().replace(/^DEL$/, "DELETE");
    if (url === undefined || !/^(?:POST|PUT|PATCH|DELETE)$/.test(method)) return [];
    if (method === "POST" && SPEAKS.test(url)) return [];
    const header = key === null ? [] : ["-H", `${key[1]}: ${key[2]}`];
    return [lineOf(["curl", "-X", method, ...header, url, ...(body === "" ? [] : ["-d", asJson(body)])])];
  });
}

const lineOf = (words: readonly string[]): string => asCommand(words.map(supposed));

/** Python's words for what JSON has; what comes before the value is left out. */
const asJson = (text: string): string =>
  text
    .slice(0, MAX_BODY)
    .replace(/^[\s@]*\w{0,20}\s?[=:]\s?(?=[{[])/, "")
    .replaceAll("'", '"')
    .replace(/\b(?:True|False|None)\b/g, (word) => ({ True: "true", False: "false" })[word] ?? "null");

const TO_FILE =
  /\b(?:urllib\.request\.urlretrieve|urlretrieve|wget\.download|download\.file|URLDownloadToFile)(?=\s?\()/g;
const WRITTEN =
  /\bopen\s?\(\s?["']([^"'\n]{1,200})["']\s?,\s?["']wb?["']\s?\)\.write\s?\(\s?(?:requests\.get|httpx\.get|urllib\.request\.urlopen|urlopen)\s?\(\s?["'](https?:[^"'\n]{1,300})["']/g;

/** Code or data that is fetched into a file, which may be run later. Read before what the code runs. */
export function downloadsIn(text: string, language: string, scope: CodeScope): string[] {
  if (!/https?:/.test(text)) return [];
  const calls = callsOf(TO_FILE, text, language, scope).flatMap(({ values: [url = "", file = ""] }) => [[flat(url), flat(file)]] as const); // prettier-ignore
  const written = matchesOf(text, WRITTEN).map(([, file = "", url = ""]) => [url, file] as const);
  return [...calls, ...written]
    .filter(([url, file]) => /^https?:/.test(url) && file !== "" && !file.includes(UNKNOWN))
    .map(([url, file]) => lineOf(["curl", "-o", file, url]));
}

const REMOTE = /\bparamiko\b|\bfabric\b|\basyncssh\b|Net::SSH|\bssh2\b|node-ssh|\bpexpect\b/;
const REMOTE_HOST =
  /\b(?:\.connect|Connection|Net::SSH\.start|asyncssh\.connect)\s?\(\s?\{?\s?(?:host(?:name)?\s?[:=]\s?)?["']([\w.@:-]{1,200})["']/;
const REMOTE_RUN = /(?<=\.)(?:exec_command|execCommand|exec!?|run|sudo|invoke)(?=\s?\()/g;

function remote(text: string, language: string, scope: CodeScope): string[] {
  if (!REMOTE.test(text)) return [];
  const host = REMOTE_HOST.exec(text)?.[1]?.replace(/:\d+$/, "") ?? "a-host";
  return callsOf(REMOTE_RUN, text, language, scope).flatMap(({ values: [line = ""] }) => {
    const command = flat(line);
    return command === "" || command.startsWith(UNKNOWN) ? [] : [lineOf(["ssh", host, command])];
  });
}

const CONTAINER_RUN = /(?<=\.)containers\.(?:run|create)(?=\s?\()/g;
const VOLUME = /["'](\/[^"'\n:]{0,200})["']\s?:\s?\{\s?["']bind["']\s?:\s?["'](\/[^"'\n]{0,200})["']|["'](\/[^"'\n:]{0,200}):(\/[^"'\n:]{0,200})/g; // prettier-ignore

function containers(text: string, language: string, scope: CodeScope): string[] {
  if (!/\bdocker\b|\bpodman\b/.test(text)) return [];
  const run = callsOf(CONTAINER_RUN, text, language, scope).map(({ values: [image = "an-image", line = ""] }) => {
    const words = typeof line === "string" ? line.split(/\s+/).filter((word) => word !== "") : line;
    return lineOf([flat(image), ...words]);
  });
  const mounts = new Set(matchesOf(text, VOLUME).map((match) => `${match[1] ?? match[3]}:${match[2] ?? match[4]}`)); // prettier-ignore
  const flags = [
    ...(/\bprivileged\s?=\s?True\b/.test(text) ? ["--privileged"] : []),
    ...(/\bpid_mode\s?=\s?["']host/.test(text) ? ["--pid=host"] : []),
  ];
  const engine = lineOf(["docker", "run", ...flags, ...[...mounts].flatMap((mount) => ["-v", mount])]);
  return [...new Set(run)].slice(0, MAX_LINES).map((words) => `${engine} ${words}`);
}

const PACKAGES = /\bpip(?:\._internal(?:\.cli\.main)?)?\.main(?=\s?\()|\bpip_main(?=\s?\()/g;

const installs = (text: string, language: string, scope: CodeScope): string[] =>
  /\bpip/.test(text)
    ? callsOf(PACKAGES, text, language, scope).flatMap(({ values: [words = ""] }) => typeof words === "string" ? [] : [lineOf(["pip", ...words])]) // prettier-ignore
    : [];

export const requestCommandsIn = (text: string, language: string, scope: CodeScope): string[] => [
  ...(/https?:\/\//.test(text) ? requests(text, scope) : []),
  ...remote(text, language, scope),
  ...containers(text, language, scope),
  ...installs(text, language, scope),
];
