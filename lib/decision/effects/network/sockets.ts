import { after } from "../../shell/word";
import { hasFlag, operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { hostOf, isCatcher } from "./destinations";
import { flowInto } from "../secrets/flow";
import { add, type Maker } from "../scene";
import { addSend, fileSource } from "./sending";

/** Raw sockets: a shell at the end is a back door; a pipe in is a way out; listening opens a port. */
const socket: Maker = (command, scene) => {
  const shell =
    command.args.some(
      (arg) => /^(-\w*[ec]|--exec|--sh-exec|--lua-exec)$/.test(arg.value) && !/^-(z|l)$/.test(arg.value),
    ) || command.args.some((arg) => /(?:exec|system):|^EXEC:/i.test(arg.value));
  const listens =
    hasFlag(command, "-l", "--listen") ||
    command.args.some((arg) => /^(tcp|udp|ssl|openssl)\d?-listen:/i.test(arg.value));
  const words = operands(command, ["-p", "-w", "-s", "-q", "-i", "-e", "-c", "-X", "-x"]);
  if (shell) {
    add(scene, "expose", "host", words[0]?.value ?? null, command, "connects a shell to a network socket", {
      what: "reverse-shell",
    });
    return;
  }
  if (listens) {
    if (words.length > 0 || command.stdin.from.length > 0 || command.stdin.file !== null) {
      add(scene, "expose", "none", null, command, "opens a listening port", {
        what: "listener",
        feeds: command.stdin.from.length > 0 || command.stdin.file !== null,
      });
    }
    return;
  }
  if (hasFlag(command, "-z")) return;
  const socat = words.find((word) => /^(tcp|udp|ssl|openssl)\d?(-connect)?:/i.test(word.value));
  const address = socat === undefined ? words[0]?.value : socat.value.split(":")[1];
  const flow = flowInto(command, scene, []);
  for (const word of words)
    if (/^(file|open):/i.test(word.value))
      flow.push(...fileSource(after(word, word.value.indexOf(":") + 1), command, scene));
  if (flow.length > 0) addSend(words[0] ?? null, address ?? null, flow, "socket", command, scene);
};

const tlsSocket: Maker = (command, scene) => {
  if (command.args[0]?.value !== "s_client") return;
  const flow = flowInto(command, scene, []);
  const target = optionValues(command, "-connect")[0];
  if (flow.length > 0) addSend(target ?? null, target?.value ?? null, flow, "socket", command, scene);
};

/** Name look-ups leave the network; data in the name leaves with them. */
const lookUp: Maker = (command, scene) => {
  const flow = flowInto(command, scene, command.args).filter((source) => source.sort !== "file");
  const computed = command.args.find((arg) => arg.from.length > 0 && /[.]\w/.test(arg.value));
  if (flow.length === 0 && computed !== undefined)
    flow.push({ sort: "private", label: "what a command prints", start: computed.start, end: computed.end });
  const name = command.args.find((arg) => arg.value.includes("."));
  if (flow.length > 0) addSend(name ?? null, null, flow, "dns", command, scene);
  const called = command.args.find((arg) => isCatcher(hostOf(arg.value)));
  if (called !== undefined)
    add(scene, "fetch", "host", called.value, called, `looks up ${clip(called.value)}`, { to: "drop", method: "DNS", catcher: true }); // prettier-ignore
};

/** Programs that put their words or their input on the wire as they are, and the flags that name the other end. */
const messenger =
  (...ends: readonly string[]): Maker =>
  (command, scene) => {
    const named = optionValues(command, ...ends)[0];
    const end = named ?? (ends.length === 0 ? command.args.find(({ value }) => /@|:\/\//.test(value)) : undefined);
    if (end === undefined) return;
    const flow = flowInto(command, scene, command.args).filter(({ sort }) => sort !== "file");
    if (flow.length > 0) addSend(end, end.value.replace(/^.*@/, ""), flow, "socket", command, scene);
  };

export const SOCKET_MAKERS: Readonly<Record<string, Maker>> = {
  nc: socket,
  ncat: socket,
  netcat: socket,
  "nc.traditional": socket,
  "nc.openbsd": socket,
  socat: socket,
  telnet: socket,
  openssl: tlsSocket,
  dig: lookUp,
  host: lookUp,
  nslookup: lookUp,
  drill: lookUp,
  ping: lookUp,
  getent: lookUp,
  traceroute: lookUp,
  finger: messenger(),
  whois: messenger("-h", "--host"),
  logger: messenger("-n", "--server"),
  mosquitto_pub: messenger("-h", "--host"),
  kcat: messenger("-b"),
  kafkacat: messenger("-b"),
  snmptrap: lookUp,
  snmpset: lookUp,
};
