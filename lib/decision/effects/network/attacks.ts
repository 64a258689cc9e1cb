import type { SimpleCommand } from "../../shell/types";
import { operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { destinationOf, hostOf, isOurs } from "./destinations";
import { add, type Maker, type Scene } from "../scene";

/**
 * Tools that are made to act against somebody's machines. `breaks`: guesses passwords, exploits or floods; `probes`: scans and maps;
 * `loads`: puts load on a service.
 */
const TOOLS: Readonly<Record<string, "breaks" | "probes" | "loads">> = Object.fromEntries([
  ...[
    "hydra", "medusa", "ncrack", "patator", "crowbar", "brutespray", "kerbrute", "sqlmap", "msfconsole", "msfcli", "commix", "xsser", "dalfox", "evil-winrm", "crackmapexec", "cme", "netexec", "nxc", "impacket-psexec", "psexec.py",
    "impacket-secretsdump", "secretsdump.py", "responder", "bettercap", "ettercap", "arpspoof", "dnsspoof", "mitm6", "aireplay-ng", "airodump-ng", "hping3", "hping", "slowloris", "goldeneye", "slowhttptest", "mdk4", "thc-ssl-dos", "routersploit", "beef", "setoolkit", "wifite", "reaver",
  ].map((name) => [name, "breaks"] as const),
  ...[
    "nmap", "masscan", "zmap", "unicornscan", "rustscan", "naabu", "nikto", "wpscan", "joomscan", "gobuster", "dirb", "dirbuster", "dirsearch", "ffuf", "feroxbuster", "wfuzz", "nuclei", "enum4linux", "enum4linux-ng", "smbmap", "ldapdomaindump", "windapsearch", "ldeep",
    "bloodhound-python", "sharphound", "dnsrecon", "dnsenum", "fierce", "dnsx", "whatweb", "wafw00f", "netdiscover", "arp-scan", "nbtscan", "onesixtyone", "snmpwalk", "nmblookup", "zap-cli", "zaproxy", "amass", "subfinder", "assetfinder", "theharvester", "theHarvester", "recon-ng", "spiderfoot",
    "h8mail", "shodan", "censys", "gau", "waybackurls", "katana", "sublist3r",
  ].map((name) => [name, "probes"] as const),
  ...["ab", "wrk", "wrk2", "hey", "siege", "vegeta", "bombardier", "oha", "drill-load", "locust", "tsung", "boom"].map((name) => [name, "loads"] as const),
]); // prettier-ignore

/** Tools that most people use for one host of their own, and their flags that turn them on many. */
const SWEEPS: Readonly<Record<string, RegExp>> = {
  fping: /^-\w*g\w*$|^--generate$/, httpx: /^-(?:l|list|target|u)$/, httprobe: /^/, ping: /^-\w*b\w*$/, nping: /^--(?:tcp|udp|arp|rate)/,
}; // prettier-ignore

const NOTES = {
  breaks: "attacks",
  probes: "probes",
  loads: "puts load on",
  lists: "lists every account or machine of",
  sweeps: "tries one address after the other of",
} as const;
const ACTS = { breaks: "attack", probes: "probe", loads: "load", lists: "enumerate", sweeps: "enumerate" } as const;
const ADDRESS =
  /^(?:[a-z][\w+.-]*:\/\/)?(?:[\w.-]*@)?(?:[\w-]+\.)+[\w-]+(?:[:/].*)?$|^\[?(?=[\da-f]*:)[\da-f:]{3,}\]?(?:\/\d+)?$/i;
/** Files that hold targets or words are no targets. */
const FILE = /\.(?:txt|lst|list|json|ya?ml|xml|csv|py|lua|js|log|html|out)$/i;

const tool: Maker = (command, scene) => {
  const act = TOOLS[command.name];
  if (act === undefined || looksOnly(command)) return;
  const targets = targetsOf(command);
  if (act !== "loads" || targets.length > 0) against(targets, act, command, scene);
};

/** Each of them has to be named by whoever asks for it; where none is, it may be any. */
function against(targets: readonly string[], act: keyof typeof NOTES, command: SimpleCommand, scene: Scene): void {
  for (const target of targets.length === 0 ? [null] : targets)
    if (target === null || !isOwn(target, scene)) report(command, act, target, scene);
}

function report(command: SimpleCommand, act: keyof typeof NOTES, target: string | null, scene: Scene): void {
  add(scene, "external-write", "host", target, command, `${NOTES[act]} ${clip(target ?? "other machines")}`, {
    act: ACTS[act],
    what: `${NOTES[act]} ${clip(target ?? "machines that are not named")}`,
    text: clip(`${command.name} ${target ?? ""}`),
  });
}

const sweep: Maker = (command, scene) => {
  if (command.name === "ping") counts(command, scene);
  if (looksOnly(command) || !command.args.some(({ value }) => SWEEPS[command.name]?.test(value) === true)) return;
  against(targetsOf(command), "probes", command, scene);
};

/** Everybody and everything a directory knows, instead of one entry. */
const directory: Maker = (command, scene) => {
  const all = command.args.some(({ value }) =>
    /^\(?(?:&?\()?(?:objectClass|objectCategory|samAccountType)=[\w*]+\)*$/i.test(value),
  );
  const hosts = optionValues(command, "-H", "-h").flatMap(({ value }) => hostOf(value) ?? []);
  if (!all || hosts.every((host) => isOwn(host, scene))) return;
  report(command, "lists", hosts[0] ?? null, scene);
};

const looksOnly = ({ args }: SimpleCommand): boolean =>
  args.length === 0 || args.some(({ value }) => /^(?:--?version|-V|--?help|-h|-hh|help|version)$/.test(value));

function targetsOf(command: SimpleCommand): string[] {
  const words = [...operands(command), ...command.args.filter(({ value }) => value.includes("://"))];
  return [...new Set(words.map(({ value }) => value))]
    .filter(
      (value) => /^localhost(?::\d+)?\b|^https?:\/\/\S/i.test(value) || (ADDRESS.test(value) && !FILE.test(value)),
    )
    .flatMap((value) => (isRange(value) ? [value] : (hostOf(value) ?? [])));
}

/** A network, or addresses counted through: `0.0.0.0/0`, `192.168.1.$i`, `10.0.0.1-254`. This machine's own are no others. */
const isRange = (value: string): boolean => RANGE.test(value) && !value.startsWith("127.");
const RANGE = /^\d{1,3}(?:\.\d{1,3}){0,3}(?:\/\d{1,2}$|\.?[${]|\.?\d{0,3}-\d)/;

/** Programs for one host that a loop, or a range, turns on many. */
const counts: Maker = (command, scene) => {
  const range = operands(command, ["-c", "-W", "-w", "-i", "-p", "-s", "-t", "-I"]).find(({ value }) => isRange(value) && value.includes(".")); // prettier-ignore
  if (range !== undefined) report(command, "sweeps", range.value, scene);
};
const COUNTED = ["ping6", "arping", "nc", "ncat", "netcat", "telnet", "rpcinfo", "showmount"];

const isOwn = (host: string, scene: Scene): boolean => isOurs(destinationOf(host, scene.trust));

export const ATTACK_MAKERS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(Object.keys(TOOLS).map((name) => [name, tool])),
  ldapsearch: directory,
  ...Object.fromEntries(COUNTED.map((name) => [name, counts])),
  ...Object.fromEntries(Object.keys(SWEEPS).map((name) => [name, sweep])),
};
