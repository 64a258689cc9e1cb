import { isSecretName } from "../../credential-paths";
import type { SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { clip } from "../clip";
import { addSend } from "../network/sending";
import { sourceOfPath } from "../secrets/flow";
import { add, pathOf, type Scene, type Source } from "../scene";
import type { CodeRead } from "./code-calls";
import { cannotRead } from "./code-scripts";
import { sendingsIn, type Sending } from "./code-senders";
import { storesIn } from "./code-stores";
import { argumentsAt, statementsOf } from "./code-statements";
import { flat, groupOf, UNKNOWN, type CodeScope } from "./code-text";
import { CodeReader } from "./code-values";
import { matchesOf } from "../../matches";

/** What code sends of what it read: rows of people's records and files, followed by name from where they are read to where they leave. */

const SELECTED =
  /\bselect\b(?!\s{1,3}(?:count|sum|avg|min|max)\s?\()[^"'`;]{1,300}?\bfrom\s{1,3}["'`[]?(?:\w{1,60}\.)?(\w{1,60})/gi;
const MODELS =
  /\bread_sql_table\s?\(\s?["'](\w{1,60})|\b(?:db|prisma)\.(\w{1,60})\.(?:find|findMany|aggregate)\b|\b([A-Z]\w{1,60})(?:\.objects)?\.(?:all|filter|values|find_each|where)\b/g;
const PERSONAL =
  /(?:^|_)(?:customer|user|account|employee|patient|payment|member|contact|subscriber|person|people|profile|client|invoice|transaction|card|credential|session|token|password|salar(?:y|ie)|lead|order|address|student|applicant)(?:e?s)?(?:_|$)/i;

const MAX_SENDINGS = 50;

type Origin = { at: number; source: Source };

export function addFlows(
  text: string,
  reads: readonly CodeRead[],
  scope: CodeScope,
  code: Word,
  command: SimpleCommand,
  scene: Scene,
): void {
  const sendings = sendingsIn(text);
  if (sendings.length === 0) return;
  const file = (path: string): Source | null => sourceOfPath(pathOf(literal(path, code), command, scene), code, scene);
  const origins = [
    ...recordsIn(text, code),
    ...variablesIn(text, code),
    ...storesIn(text, code),
    ...reads.flatMap(({ path, at }) => originOf(file(path), at)),
  ];
  if (origins.length === 0 && !sendings.some(({ sender }) => sender.file)) return;
  if (sendings.length > MAX_SENDINGS) cannotRead("The code sends more than can be followed.", code, scene);
  const held = new Map<string, Source>();
  const names = { origins, held };
  for (const { start, end } of statementsOf(text)) {
    const statement = text.slice(start, end);
    const source = within(statement, start, names);
    if (source !== null) for (const name of boundIn(statement)) held.set(name, source);
    for (const { sender, open } of sendings.slice(0, MAX_SENDINGS)) {
      if (open < start || open >= end) continue;
      const named = sender.file ? fileSent(text, open, scope, file) : null;
      const sent = named ?? sentBy(text, { sender, open }, names);
      if (sent !== null) report(text, { sender, open }, sent, scope, { code, command, scene });
    }
  }
}

const originOf = (source: Source | null, at: number): Origin[] => (source === null ? [] : [{ source, at }]);

function recordsIn(text: string, { start, end }: Word): Origin[] {
  return [...matchesOf(text, SELECTED), ...matchesOf(text, MODELS)].flatMap((match) => {
    const table = (groupOf(match) ?? "").replace(/([a-z])([A-Z])/g, "$1_$2");
    if (!PERSONAL.test(table)) return [];
    return [{ at: match.index, source: { sort: "private", label: `records of ${table}`, start, end } }];
  });
}

const VARIABLE =
  /\b(?:os\.environ(?:\.get|\.pop)?\s?[[(]|os\.getenv\s?\(|process\.env(?:\.|\[)|ENV(?:\.fetch\s?\(|\[)|getenv\s?\(|Deno\.env\.get\s?\(|System\.(?:getenv|get_env)\s?\()\s?["'`]?(\w{3,60})|\$_(?:ENV|SERVER)\[["'](\w{3,60})|\$ENV\{["']?(\w{3,60})/g;
/** Where a service asks for a key it goes by that name; this is its use, as in a header. */
const AS_CREDENTIAL =
  /(?:key|token|secret|password|passwd|auth\w{0,12}|app_?id|credentials?|sid|bot|bearer)["'\])}]{0,3}\s?(?:=>|[:=,])?\s?(?:[fb$]?["'`])?(?:Bearer |Basic |token )?["'`]?\s?[+.]?\s?[$#]?\{?\s?(?:str\()?$/i;
const ASSIGNS = /(?:^|[;\n])\s*(?:(?:const|let|var|my|local)\s{1,3})?[$@]?\w{1,60}\s?=\s?$/;
const BEFORE = 100;

const before = (text: string, at: number): string => text.slice(Math.max(0, at - BEFORE), at);

/** Variables of the environment that by their name hold a secret. */
function variablesIn(text: string, { start, end }: Word): Origin[] {
  return matchesOf(text, VARIABLE).flatMap((match) => {
    const name = groupOf(match) ?? "";
    const ahead = before(text, match.index);
    if (!isSecretName(name) || (AS_CREDENTIAL.test(ahead) && !ASSIGNS.test(ahead))) return [];
    return [{ at: match.index, source: { sort: "secret", label: `$${name}`, start, end } }];
  });
}

/** The first variable named in a part of the code that holds a secret. */
export const secretIn = (part: string): string | null =>
  matchesOf(part, VARIABLE)
    .map((match) => groupOf(match) ?? "")
    .find(isSecretName) ?? null;

type Names = { origins: readonly Origin[]; held: ReadonlyMap<string, Source> };

/** Texts that are no templates, and what tells only a number of something. */
const PLAIN_TEXT = /(?<![fF$\w])"(?:[^"\\\n]|\\.)*"|(?<![fF$\w])'(?:[^'\\\n]|\\.)*'/g;
const NUMBER_OF =
  /\b(?:len|hash|bool|type|print|sha\d{1,3})\s?\([^()]{0,80}\)|(?<![\w.])[\w.]{1,80}\.(?:length|size|count|name)\b(?!\()/g;

const originIn = (part: string, start: number, { origins }: Names): Origin | undefined =>
  origins.find(({ at }) => start <= at && at < start + part.length);

function within(part: string, start: number, names: Names): Source | null {
  const { held } = names;
  const here = originIn(part, start, names);
  if (here !== undefined) return here.source;
  if (held.size === 0) return null;
  const blank = (found: string): string => " ".repeat(found.length);
  const shown = part.replace(NUMBER_OF, blank).replace(PLAIN_TEXT, blank);
  for (const { 0: name, index } of matchesOf(shown, /(?<![.\w])[$@]?[A-Za-z_]\w*/g)) {
    const source = held.get(name);
    if (source !== undefined && !(source.label.startsWith("$") && AS_CREDENTIAL.test(before(part, index))))
      return source;
  }
  return null;
}

const ASSIGNED =
  /^\s*(?:(?:const|let|var|my|local)\s{1,3})?([$@\w,\s{}[\]().]{1,120}?)\s?(?::\s?\w{1,30}\s?)?[+:]?=(?![=~>])/;
const BOUND =
  /\bas\s{1,3}(\w{1,60})|\bfor\s{1,3}(?:const\s|let\s|my\s)?\(?([\w$,\s]{1,60}?)\)?\s{1,3}(?:in|of)\b|([\w$,\s]{1,60})\)?\s?=>|\|([\w,\s]{1,60})\||\b(\w{1,60})\.(?:append|push|extend|update|attach|set_content|set_payload|add_attachment|write|execute|query)\s?\(/g;

/** Names that a statement gives a value. */
const boundIn = (statement: string): string[] => [
  ...((ASSIGNED.exec(statement)?.[1] ?? "").match(/[$@]?[A-Za-z_]\w*/g) ?? []),
  ...matchesOf(statement, BOUND).flatMap((match) => groupOf(match)?.match(/[$@]?[A-Za-z_]\w*/g) ?? []),
];

/** Parts of a request that are not what it carries: credentials belong there. */
const ASIDE = /^\s*["']?(?:headers|auth|cert|verify|cookies|timeout|api_key|params)["']?\s?[=:]/;
const HEADERS = /["']?headers["']?\s?[=:]\s?\{(?:[^{}]|\{[^{}]{0,200}\}){0,500}\}/g;

function sentBy(text: string, { sender, open }: Sending, names: Names): Source | null {
  let start = open + 1;
  for (const [i, part] of argumentsAt(text, open).entries()) {
    const at = start;
    start += part.length + 1;
    if (ASIDE.test(part)) continue;
    const source = within(
      part.replace(HEADERS, (found) => " ".repeat(found.length)),
      at,
      names,
    );
    if (source === null) continue;
    // An address out of a file sends nothing of it; what is written into one does.
    const written =
      /^\s*(?:new\s)?(?:UR[IL](?:\.parse)?\()?[fF$]?["'`]/.test(part) &&
      (source.sort !== "file" || originIn(part, at, names) !== undefined);
    if (i > 0 || !sender.addressed || written) return source;
  }
  return null;
}

function fileSent(text: string, open: number, scope: CodeScope, file: (path: string) => Source | null): Source | null {
  const named = argumentsAt(text, open).flatMap((part) => /^\s*(?:file|filename|Filename)\s?=\s?["'](.+)["']/.exec(part)?.[1] ?? []); // prettier-ignore
  const [path = UNKNOWN] = named.length > 0 ? named : new CodeReader(text, scope, open).arguments();
  return flat(path).includes(UNKNOWN) ? null : file(flat(path));
}

const BASE = /(?:base_?url|endpoint(?:_url)?|host(?:name)?|server)["']?\s?[=:]\s?["'](\w[^"'\s]{2,200})["']/i;
const CONNECTION =
  /\b(?:connect|create_connection|createConnection|SMTP(?:_SSL)?|FTP(?:_TLS)?|TCPSocket\.(?:new|open)|fsockopen|Net::FTP\.\w{1,10}|HTTPS?Connection)\s?\(+\s?["']([\w.:-]{1,253})["']/;
const ADDRESS = /["'`](https?:\/\/[^\s"'`]{3,300})/;
/** The end of a name that is looked up. */
const NAME = /["'`}.]((?:[\w-]{1,63}\.){1,8}[a-z]{2,20})["'`]/i;
const BUCKET = /\bBucket["']?\s?[=:]\s?["']([\w.-]{3,63})["']|\.bucket\(\s?["']([\w.-]{3,63})["']/;

function report(
  text: string,
  { sender, open }: Sending,
  source: Source,
  scope: CodeScope,
  { code, command, scene }: { code: Word; command: SimpleCommand; scene: Scene },
): void {
  const values = new CodeReader(text, scope, open).arguments().map(flat);
  if (sender.via === "dns") {
    if (source.sort !== "file") addSend(code, NAME.exec(text.slice(open, open + 400))?.[1] ?? null, [source], "dns", command, scene); // prettier-ignore
    return;
  }
  if (sender.via !== "bucket") {
    const connects = /f(?:write|puts)$/.test(text.slice(Math.max(0, open - 6), open)) ? /fsockopen|stream_socket_client/ : /socket|\bnet\b|Deno\.connect/i; // prettier-ignore
    if (sender.via === "socket" && !connects.test(text)) return;
    const given = sender.addressed ? values.find((value) => /^https?:\/\//.test(value)) : undefined;
    const set = sender.via === "http" ? BASE : CONNECTION;
    const target = given?.split(UNKNOWN)[0] ?? set.exec(text)?.[1] ?? sender.host ?? ADDRESS.exec(text)?.[1] ?? null;
    return addSend(code, target, [source], sender.via, command, scene);
  }
  const named = groupOf(BUCKET.exec(text.slice(open, open + 400)) ?? BUCKET.exec(text));
  const bucket = named ?? (sender.file ? values[1] : undefined) ?? "unknown";
  const url = `s3://${bucket.replaceAll(UNKNOWN, "unknown")}/`;
  add(scene, "send", "bucket", url, code, `copies ${clip(source.label)} to ${clip(url)}`, {
    carries: source.sort,
    label: clip(source.label),
    to: scene.trust.bucket(url) ? "trusted" : "unknown",
    via: "bucket",
    bulk: false,
    url: clip(url),
  });
}
