import type { SimpleCommand, Word } from "../../shell/types";
import { clip } from "../clip";
import { flowInto } from "../secrets/flow";
import { add, type Maker } from "../scene";
import { destinationOf, hostOf, isCatcher } from "./destinations";
import { addSend } from "./sending";
import { NOTHING_TRUSTED } from "../../types";

/** Name look-ups leave the network; data in the name leaves with them. */
const lookUp: Maker = (command, scene) => {
  if (staysHere(command)) return;
  const flow = flowInto(command, scene, command.args).filter((source) => source.sort !== "file");
  const computed = command.args.find(
    (arg) => arg.from.length > 0 && /[.]\w/.test(arg.value) && !/^\d+\.\d+\./.test(arg.value) && !isOfRemote(arg.from),
  );
  if (flow.length === 0 && computed !== undefined)
    flow.push({ sort: "private", label: "what a command prints", start: computed.start, end: computed.end });
  const name = command.args.find((arg) => arg.value.includes("."));
  if (flow.length > 0) addSend(name ?? null, null, flow, "dns", command, scene);
  const called = command.args.find((arg) => isCatcher(hostOf(arg.value)));
  if (called !== undefined)
    add(scene, "fetch", "host", called.value, called, `looks up ${clip(called.value)}`, { to: "drop", method: "DNS", catcher: true }); // prettier-ignore
};

/** The server that is asked is on this machine. A name below `localhost` is answered here as well. */
function staysHere({ name, args }: SimpleCommand): boolean {
  const words = args.filter(({ value }) => !/^[-+]/.test(value));
  const server = name === "nslookup" || name === "host" ? words[1] : words.find(({ value }) => value.startsWith("@"));
  if (server !== undefined) return isHere(server.value.replace(/^@/, ""));
  return LOOKERS.has(name) && words.length > 0 && words.every(({ value }) => /\.localhost\.?$/i.test(value));
}
const LOOKERS = new Set(["dig", "host", "nslookup", "drill", "getent", "ping"]);
const isHere = (host: string): boolean => destinationOf(hostOf(host), NOTHING_TRUSTED) === "local";

const CUTTERS = /^(?:cut|sed|awk|gawk|tr|head|tail|grep|basename|echo|xargs)$/;

/** The host of one of the project's remotes: what git itself looks up with each fetch. */
const isOfRemote = (from: readonly SimpleCommand[]): boolean =>
  from.length > 0 && from.every((command) => printsRemote(command) || (CUTTERS.test(command.name) && !hasWords(command) && isOfRemote(command.stdin.from))); // prettier-ignore

/** It works on what comes in, and on no file. */
const hasWords = ({ stdin, args }: SimpleCommand): boolean =>
  stdin.file !== null || stdin.text !== null || args.some(({ value, from }) => from.length > 0 || /^[~/.]/.test(value));

const printsRemote = ({ name, args }: SimpleCommand): boolean =>
  name === "git" && /^(?:config (?:--get |get )?remote\.[\w.-]{1,60}\.url|remote get-url(?: --push)? [\w.-]{1,60})$/.test(phrase(args)); // prettier-ignore
const phrase = (args: readonly Word[]): string => args.map(({ value }) => value).join(" ").slice(0, 200); // prettier-ignore

export const LOOK_UP_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  ["dig", "host", "nslookup", "drill", "ping", "getent", "traceroute", "snmptrap", "snmpset", "dog", "doggo", "kdig", "delv", "adig", "ahost", "dnsx", "zdns", "mtr", "tracepath", "resolvectl", "systemd-resolve"].map((name) => [name, lookUp]), // prettier-ignore
);
