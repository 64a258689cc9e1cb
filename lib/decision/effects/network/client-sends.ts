import type { Reading, SimpleCommand, Word } from "../../shell/types";
import { after } from "../../shell/word";
import { operands, optionValues } from "../arguments";
import { flowInto } from "../secrets/flow";
import type { Maker, Scene, Source } from "../scene";
import { CLIENTS, type Client } from "./clients";
import { destinationOf, hostOf, isOurs } from "./destinations";
import { isInner } from "./inner-hosts";
import { addSend, fileSource, noInput } from "./sending";

/** Longer than the words by which such calls differ. */
const MAX_WORDS = 4_000;

/** How any of them is told who calls: that goes to the service it is for. */
const SIGNING_IN = ["--token", "--auth-token", "--access-token", "--api-key", "--apikey", "--password", "--pass", "--username", "--user", "--secret", "--bearer", "--header", "-H"]; // prettier-ignore

/** What a client of the table sends: the files and texts it is given, and what comes in. */
const clientSends: Maker = (command, scene) => {
  const client = CLIENTS[command.name] as Client;
  if (client.when?.test(command.args.map(({ value }) => value).join(" ").slice(0, MAX_WORDS)) === false) return; // prettier-ignore
  const { to = [], files = [], texts = [], values = [] } = client;
  const words = operands(command, [...to, ...files, ...texts, ...values, ...SIGNING_IN]);
  const named = endOf(client, command, words);
  if (client.remote === true && named !== undefined && !ELSEWHERE.test(named.value)) return;
  const end = named?.value.split(",")[0] ?? client.host;
  const host = end === null ? null : hostOf(end);
  if (isOurs(destinationOf(host, scene.trust))) return;
  const given = filesGiven(client, words, named);
  const sent: Source[] = [
    ...[...optionValues(command, ...files), ...given].flatMap((word) => fileSource(word, command, scene)),
    ...optionValues(command, ...texts).flatMap((word) => textSource(word, command, scene)),
    ...flowInto(noInput(command), scene, words).filter(({ label }) => !label.startsWith("$")),
    ...flowInto(command, scene, []),
  ];
  // What is no secret may go to a server of the network at hand.
  const via = host !== null && isInner(host) ? "chat" : client.via;
  if (sent.length > 0) addSend(named ?? null, end, sent, via, command, scene);
};

/** An address, or a path on a machine that is named before it. */
const ELSEWHERE = /^(?:[a-z][\w+-]{1,12}:\/\/(?!\/)|[\w.-]{1,60}@|[\w.-]{2,60}::?[^\\])/i;

function endOf({ to = [], at }: Client, command: SimpleCommand, words: readonly Word[]): Word | undefined {
  return optionValues(command, ...to)[0] ?? (at === undefined ? words.find(({ value }) => /^[a-z]\w{1,12}:\/\//.test(value)) : words.at(at)); // prettier-ignore
}

function filesGiven({ rest, when }: Client, words: readonly Word[], end: Word | undefined): readonly Word[] {
  if (rest === undefined) return [];
  if (rest === -1) return words.slice(-1);
  // A variable alone names nothing that can be looked at.
  const given = words.slice(rest).filter((word) => word !== end && (word.unknownAt !== 0 || word.from.length > 0));
  // Behind the verb that is looked for.
  return when !== undefined && rest === 0 ? given.filter(({ value }) => /[./]/.test(value)) : given;
}

/** `@file` in the place of the text itself; `@` alone is what comes in. */
function textSource(word: Word, command: SimpleCommand, scene: Scene): Source[] {
  if (/^@[^\s@]/.test(word.value)) return fileSource(after(word, 1), command, scene);
  return flowInto(noInput(command), scene, [word]);
}

/** Aliases that come with the client. */
const ALIASES: Readonly<Partial<Record<string, string>>> = { local: "localhost", play: "play.min.io", s3: "s3.amazonaws.com", gcs: "storage.googleapis.com" }; // prettier-ignore
const COPIES = /^(?:cp|mv|mirror|put|pipe|share|od)$/;

/** `mc cp FILE ALIAS/BUCKET/`: whose server that is says an alias of this command line, a variable, or settings that nobody sees. */
const objects: Maker = (command, scene) => {
  const words = operands(command, ["--attr", "--tags", "--storage-class", "-C", "--config-dir", "--limit-upload", "--newer-than", "--older-than", "--exclude"]); // prettier-ignore
  const target = words.at(-1);
  if (target === undefined || words.length < 2 || !COPIES.test(words[0]?.value ?? "")) return;
  const alias = /^[\w-]+(?=\/|$)/.exec(target.value)?.[0];
  const address = alias === undefined ? null : addressOf(alias, command, scene);
  // A path of this machine looks alike: without an alias of that name only what is piped in surely leaves.
  if (alias === undefined || (address === null && words[0]?.value !== "pipe" && !LIKELY.test(target.value))) return;
  const host = address === null ? null : hostOf(address);
  const sent = words.slice(1, -1).flatMap((word) => fileSource(word, command, scene));
  const flow = [...sent, ...flowInto(command, scene, [])];
  if (flow.length > 0 && !isOurs(destinationOf(host, scene.trust))) addSend(target, address, flow, address === null ? "chat" : "ftp", command, scene); // prettier-ignore
};
/** A bucket is named behind the alias. */
const LIKELY = /^[\w-]+\/[\w.-]+/;

function addressOf(alias: string, command: SimpleCommand, scene: Scene): string | null {
  const variable = command.assignments.get(`MC_HOST_${alias}`);
  return variable?.value ?? aliasesOf(scene.reading).get(alias) ?? ALIASES[alias] ?? null;
}

const KNOWN_ALIASES = new WeakMap<Reading, ReadonlyMap<string, string>>();

/** The servers that a command line gives names to: `mc alias set NAME URL`, `export MC_HOST_NAME=URL`. */
function aliasesOf(reading: Reading): ReadonlyMap<string, string> {
  const known = KNOWN_ALIASES.get(reading);
  if (known !== undefined) return known;
  const aliases = new Map<string, string>();
  for (const { name, args } of reading.commands) {
    const words = args.filter(({ value }) => !value.startsWith("-")).map(({ value }) => value);
    const isMc = (name === "mc" || name === "mcli") && /^(?:alias (?:set|import)|config host)$/.test(words.slice(0, 2).join(" ")); // prettier-ignore
    const [alias, url] = isMc ? words.slice(words[2] === "add" ? 3 : 2) : [];
    if (alias !== undefined && url !== undefined) aliases.set(alias, url);
    for (const word of name === "export" ? words : []) {
      const [, variable, value] = /^MC_HOST_(\w{1,60})=(.*)$/s.exec(word) ?? [];
      if (variable !== undefined && value !== undefined) aliases.set(variable, value);
    }
  }
  KNOWN_ALIASES.set(reading, aliases);
  return aliases;
}

export const CLIENT_MAKERS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(Object.keys(CLIENTS).map((name) => [name, clientSends])),
  mc: objects,
  mcli: objects,
};
