import type { SimpleCommand, Word } from "../../shell/types";
import { operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { destinationOf, hostOf } from "./destinations";
import { filesOf, flowInto } from "../secrets/flow";
import { isProduction } from "../phrases";
import { add, type Maker, type Scene } from "../scene";
import { addSend } from "./sending";

const ssh: Maker = (command, scene) => {
  const remote = command.args.some((arg) => /^-[a-zA-Z]*[Rw]($|\d|\[|:)/.test(arg.value));
  const words = operands(command, ["-p", "-i", "-l", "-o", "-F", "-J", "-L", "-R", "-D", "-W"]);
  const host = words[0]?.value.replace(/^[^@]*@/, "") ?? null;
  const proxies = command.args.some((arg) => /^-[a-zA-Z46]*D($|\d|\[)/.test(arg.value)) && destinationOf(host, scene.trust) !== "local"; // prettier-ignore
  if (proxies)
    add(scene, "guard-change", "host", host, command, `sends traffic through ${clip(host ?? "another host")}`, {
      what: "traffic",
    });
  if (remote) add(scene, "expose", "host", host, command, "opens a reverse tunnel", { what: "tunnel" });
  if (hasOption(command, /^StrictHostKeyChecking=(no|off)$/i)) {
    add(scene, "guard-change", "host", host, command, "turns host key checks off", {
      what: "host-keys",
      to: destinationOf(host, scene.trust),
    });
  }
  if (host !== null && !/^(?:-V|-G|-Q|-O)$/.test(command.args[0]?.value ?? "")) {
    const note = `opens a shell or a port on ${host}`;
    const production = isProduction(words[0]?.value ?? "");
    add(scene, "execute", "host", host, command, note, {
      act: "remote-shell",
      production,
      all: isListed(words[0], scene),
      to: destinationOf(host, scene.trust),
    });
  }
  const to = destinationOf(host, scene.trust);
  if ((to === "address" || to === "drop") && lendsKeys(command))
    add(scene, "credential-read", "host", host, command, `lets ${clip(host ?? "")} use the keys of this machine's SSH agent`, { how: "lend", delicacy: "handed" }); // prettier-ignore
  const flow = flowInto(command, scene, words.slice(1));
  if (flow.length > 0) addSend(words[0] ?? null, host, flow, "ssh", command, scene);
};

const lendsKeys = (command: SimpleCommand): boolean =>
  command.args.some(({ value }) => /^-[a-zA-Z46]*A[a-zA-Z46]*$/.test(value)) || hasOption(command, /^ForwardAgent[= ](?!no$)/i); // prettier-ignore

/** Each machine that somebody here has ever worked on: `for h in $(cut -d' ' -f1 ~/.ssh/known_hosts); do ssh $h ...`. */
const isListed = (host: Word | undefined, scene: Scene): boolean =>
  host !== undefined && host.from.some((source) => [source, ...source.stdin.from].some((one) => LISTS.test(one.name) || filesOf(one, scene).some((path) => KNOWN_HOSTS.test(path)))); // prettier-ignore
const KNOWN_HOSTS = /\/(?:\.ssh\/(?:known_hosts|config)|etc\/(?:hosts|ssh\/ssh_known_hosts))$/;
const LISTS = /^(?:arp|nmap|avahi-browse)$/;

const hasOption = (command: SimpleCommand, pattern: RegExp) =>
  optionValues(command, "-o").some((value) => pattern.test(value.value));

const REMOTE = /^(?:[\w.-]+@)?[\w.-]+:(?!\\)|^(?:rsync|scp|sftp):\/\//;
const SYSTEM = /:(?:\/\/[^/]*)?\/(?:etc|s?bin|usr|boot|lib|lib64|root|var\/(?:lib|spool)|opt)(?:\/|$)/;

/** Copies to another machine: whether they go where its system lies, and whether it is production. */
const copy: Maker = (command, scene) => {
  const target = operands(command, ["-P", "-i", "-o", "-F", "-J", "-l", "-S", "-c", "-e", "--rsh", "--exclude"]).at(-1);
  if (target === undefined || !REMOTE.test(target.value)) return;
  const host = hostOf(target.value.replace(/^(?:rsync|scp|sftp):\/\//, ""));
  add(scene, "execute", "host", host, target, `writes to ${clip(target.value)}`, {
    act: "remote-copy", system: SYSTEM.test(target.value), production: isProduction(target.value), to: destinationOf(host, scene.trust),
  }); // prettier-ignore
};

const tunnel: Maker = (command, scene) => {
  if (
    /^(version|help|update|config|login|authtoken|list|--version|diagnose|credits)$/.test(
      command.args[0]?.value ?? "help",
    )
  )
    return;
  if (command.name === "cloudflared" && command.args[0]?.value !== "tunnel") return;
  if (command.name === "tailscale" && !/^(funnel|serve|up)$/.test(command.args[0]?.value ?? "")) return;
  if (command.name === "gh" || command.name === "code") return;
  add(scene, "expose", "none", null, command, "makes a local service reachable from the internet", {
    what: "tunnel",
    port: command.args.find((arg) => /\d{2,5}$/.test(arg.value))?.value ?? "",
  });
};

/** Traffic inside name look-ups or pings, where nobody looks for it. */
const covert: Maker = (command, scene) => {
  if (command.args.length === 0 || command.args.some(({ value }) => /^(?:-h|--help|-v|--version)$/.test(value))) return;
  add(scene, "expose", "none", null, command, `hides traffic in ${/dns|iodine/.test(command.name) ? "name look-ups" : "pings"}`, { what: "tunnel" }); // prettier-ignore
};
const COVERT = ["iodine", "iodined", "dnscat", "dnscat2", "dns2tcp", "dns2tcpc", "dns2tcpd", "dnsteal", "dnschef", "ptunnel", "ptunnel-ng", "hans", "icmptunnel", "icmpsh", "icmptx"]; // prettier-ignore

export const TUNNEL_MAKERS: Readonly<Record<string, Maker>> = {
  ssh, scp: copy, rsync: copy, ngrok: tunnel, cloudflared: tunnel, localtunnel: tunnel, lt: tunnel, bore: tunnel, devtunnel: tunnel, chisel: tunnel, frpc: tunnel, frps: tunnel,
  tailscale: tunnel, zrok: tunnel, rathole: tunnel, tmate: tunnel, upterm: tunnel, ttyd: tunnel, gotty: tunnel, sshuttle: tunnel,
  ...Object.fromEntries(COVERT.map((name) => [name, covert])),
}; // prettier-ignore
