import { after } from "../../shell/word";
import type { SimpleCommand } from "../../shell/types";
import { hasFlag, operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { destinationOf, hostOf, isOurs } from "./destinations";
import { isInner } from "./inner-hosts";
import { LOOK_UP_MAKERS } from "./look-ups";
import { flowInto } from "../secrets/flow";
import { add, type Maker, type Scene } from "../scene";
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
    const feeds = command.stdin.from.length > 0 || command.stdin.file !== null;
    if ((words.length > 0 || feeds) && (feeds || !staysHere(command)))
      add(scene, "expose", "none", null, command, "opens a port to everybody on the network", { what: "listener", feeds }); // prettier-ignore
    return;
  }
  if (hasFlag(command, "-z")) return;
  const socat = words.find((word) => /^(tcp|udp|ssl|openssl)\d?(-connect)?:/i.test(word.value));
  const address = socat === undefined ? words[0]?.value : socat.value.split(":")[1];
  const flow = flowInto(command, scene, []);
  for (const word of words)
    if (/^(file|open):/i.test(word.value))
      flow.push(...fileSource(after(word, word.value.indexOf(":") + 1), command, scene));
  if (flow.length > 0) return addSend(words[0] ?? null, address ?? null, flow, "socket", command, scene);
  const port = socat === undefined ? words[1]?.value : socat.value.split(":")[2];
  if (isOpenEnded(command)) connects(address ?? null, port ?? "", command, scene);
};

const LOOPBACK = /^(?:127\.[\d.]+|localhost|\[?::1\]?)$/;
/** Only this machine reaches it, or it passes on what a server of this machine says anyway. */
const staysHere = (command: SimpleCommand): boolean =>
  hasFlag(command, "-U", "--unixsock") ||
  [...operands(command, ["-p", "-w", "-q", "-i"]), ...optionValues(command, "-s", "--source")].some(({ value }) => LOOPBACK.test(value)) ||
  command.args.some(({ value }) => /\bbind=(?:127\.|localhost|\[?::1)|^(?:tcp|udp|unix)\d?(?:-connect)?:(?:127\.|localhost\b|\[?::1|\/)/i.test(value)); // prettier-ignore

/** Nothing says what it is to say: whoever is at the other end decides. */
const isOpenEnded = ({ stdin }: SimpleCommand): boolean =>
  stdin.from.length === 0 && stdin.text === null && stdin.file === null;

/** Ports of services that people talk to by hand, and those where `telnet` tells whether somebody listens. */
const SPOKEN = new Set(["21", "22", "23", "25", "80", "110", "143", "587", "6379", "8000", "8080", "11211"]);
const KNOWN = new Set(["53", "389", "443", "465", "636", "993", "995", "3306", "5432", "5672", "8443", "9042", "9092", "9200", "27017"]); // prettier-ignore
/** A raw connection to a host outside the network, for who knows what. */
function connects(address: string | null, port: string, command: SimpleCommand, scene: Scene): void {
  const host = address === null ? null : hostOf(address);
  const isService = SPOKEN.has(port) || (KNOWN.has(port) && (command.name === "telnet" || hasFlag(command, "--ssl")));
  if (host === null || isService || isInner(host) || host.includes("$")) return;
  if (isOurs(destinationOf(host, scene.trust)) || !host.includes(".")) return;
  add(scene, "expose", "host", host, command, `opens a raw connection to ${clip(host)}`, { what: "raw-connection" });
}

const tlsSocket: Maker = (command, scene) => {
  if (command.args[0]?.value !== "s_client") return;
  const flow = flowInto(command, scene, []);
  const target = optionValues(command, "-connect")[0];
  if (flow.length > 0) return addSend(target ?? null, target?.value ?? null, flow, "socket", command, scene);
  // A certificate is looked at without `-quiet`, and not in the background.
  if (target !== undefined && isOpenEnded(command) && (command.background || hasFlag(command, "-quiet", "-ign_eof")))
    connects(target.value, "", command, scene);
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
  ...LOOK_UP_MAKERS,
  finger: messenger(),
  whois: messenger("-h", "--host"),
};
