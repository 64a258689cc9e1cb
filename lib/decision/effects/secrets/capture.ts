import { delicacyOf } from "../../credential-paths";
import type { SimpleCommand } from "../../shell/types";
import { operands } from "../arguments";
import { phraseMaker, type Phrase, type Phrasebook } from "../phrases";
import { add, pathOf, type Maker, type Scene } from "../scene";

/** Programs that look into what people type, what other processes hold and what passes over the network. `how` as in credentials.ts. */

const reads = (how: "capture" | "attach" | "dump" | "harvest", when: RegExp, note: string): Phrase => ({
  when,
  kind: "credential-read",
  note,
  traits: { how, delicacy: "store" },
});

const KEYS = [reads("capture", /^/, "records what is typed")];
const SCREENS = [reads("capture", /^(?!-{1,2}(?:help|version|h|V)\b)/, "takes over somebody's terminal")];
const PACKETS = [
  reads("attach", /^(?!.*(?:^| )(?:-r|--read-file|-D|-L|-h|--list-interfaces)(?: |=|$))(?!.*(?:^| )(?:-i|--interface) ?(?:lo0?|docker\S*|br-\S*)(?: |$))/, "records network traffic"),
]; // prettier-ignore
/** What such a process has in memory is secrets before all else. */
const KEEPER = String.raw`(?<![\w.-])(?:sshd|ssh-agent|gpg-agent|gpg|vault|op|1password|bitwarden|keepass\w*|gnome-keyring(?:-daemon)?|kwalletd\d?|seahorse|secretd|securityd|keychain|lsass(?:\.exe)?|sssd|krb5kdc|winlogon|firefox|chrome|chromium|brave|msedge|safari|thunderbird)(?![\w-])`;
const dumps = (when: string): Phrase =>
  reads("dump", new RegExp(when + KEEPER, "i"), "takes what a process that keeps secrets has in memory");
/** The calls that hold what is encrypted before it is, and passwords as they are checked. */
const TLS = [
  reads(
    "dump",
    /\b(?:SSL_(?:read|write)|PR_(?:Read|Write)|gnutls_record_(?:send|recv)|pam_get_\w+|getpass|crypt_r?)\b/,
    "records what programs encrypt",
  ),
];
const TRACER = [
  ...TLS,
  dumps(
    String.raw`(?:^| )(?:-p|--pid|--attach|-attach|-n|--attach-name)[= ]?["'$(\x60]*(?:pgrep|pidof)?(?: -\w+)* ?(?:\S*\/)?`,
  ),
  reads("attach", /(?:^| )(?:-p|--pid|--attach|-attach)[= ]?["']?(?:\d|\$|`)/, "looks into a running process"),
];
const ASKS = [reads("capture", /(?:^| )--(?:password|hide-text|getpassword)(?: |=|$)/, "asks for a password in the user's name")]; // prettier-ignore
const HARVEST = [reads("harvest", /^(?!-{1,2}(?:help|version|h)\b)/, "collects stored passwords")];

const CAPTURE_PHRASES: Phrasebook = {
  logkeys: KEYS, showkey: KEYS, evtest: KEYS, xspy: KEYS, xinput: [reads("capture", /^test/, "records what is typed")],
  conspy: SCREENS, reptyr: SCREENS, ttysnoop: SCREENS, teleconsole: SCREENS,
  // With a command of its own it only lends it a terminal.
  script: [reads("capture", /^(?!(?:.* )?(?:-\w*c|--command)(?: |=|$))(?:-\w+ |--\S+ )*(?!\S*\/dev\/null)\S*$/, "records everything that is typed and shown")],
  zenity: ASKS, kdialog: ASKS, yad: ASKS, qarma: ASKS, "systemd-ask-password": [reads("capture", /^/, "asks for a password in the user's name")],
  osascript: [reads("capture", /\bhidden answer\b/i, "asks for a password in the user's name")],
  tcpdump: PACKETS, tshark: PACKETS, dumpcap: PACKETS, ngrep: PACKETS, tcpflow: PACKETS, ettercap: PACKETS, bettercap: PACKETS, dsniff: PACKETS, snoop: PACKETS,
  strace: TRACER, ltrace: TRACER, dtruss: TRACER, gdb: TRACER, lldb: TRACER, "py-spy": [reads("attach", /^dump .*--locals/, "looks into a running process")],
  gcore: [dumps(""), reads("attach", /\d|\$|`/, "writes out a process's memory")], procdump: [dumps(""), reads("attach", /\d|\w/, "writes out a process's memory")], minidump: [dumps(""), reads("attach", /./, "writes out a process's memory")],
  coredumpctl: [dumps(String.raw`^(?:dump|debug|gdb)\b.*`), reads("attach", /^(?:dump|debug|gdb)\b/, "reads a crashed process's memory")],
  bpftrace: TLS, bpftool: TLS, ecapture: [reads("dump", /^(?:tls|gotls|gnutls|nss|bash|mysqld|postgres)\b/, "records what programs encrypt or are told")], sslsniff: [reads("dump", /^(?!-h)/, "records what programs encrypt")],
  keyctl: [{ when: /^(?:revoke|unlink|clear|invalidate|purge|reap|setperm)\b/, kind: "cloud-change", note: "takes keys out of the kernel's keyring", traits: { act: "secret-write" } }, reads("attach", /^p?(?:search|request2?)\b/, "looks up a key in the kernel's keyring")],
  mimipenguin: HARVEST, mimikatz: HARVEST, pypykatz: HARVEST, lazagne: HARVEST, "laZagne.py": HARVEST, secretsdump: HARVEST, "secretsdump.py": HARVEST, firepwd: HARVEST, "firefox_decrypt.py": HARVEST, hackbrowserdata: HARVEST, chainbreaker: HARVEST,
  unshadow: HARVEST, john: HARVEST, hashcat: HARVEST,
}; // prettier-ignore

const WATCHERS: Readonly<Record<string, readonly string[]>> = {
  inotifywait: ["-e", "--event", "--format", "-t", "--timeout", "--exclude", "--excludei", "--include", "-o", "--outfile"],
  inotifywatch: ["-e", "-t", "--exclude"],
  fswatch: ["-e", "-i", "--event", "-l", "--latency", "-f"],
}; // prettier-ignore

/** Waits for changes in places where credentials are kept, or in all of the machine. */
const watch: Maker = (command, scene) => {
  for (const word of operands(command, WATCHERS[command.name])) {
    const path = pathOf(word, command, scene);
    const isAll = path === "/" || (path === scene.home && isRecursive(command));
    if (path === null || !(isAll || delicacyOf(path, scene.home) === "store")) continue;
    add(scene, "credential-read", "path", path, word, `watches ${path}`, { how: "search", delicacy: "store" });
  }
};

const isRecursive = ({ args, name }: SimpleCommand): boolean =>
  name === "fswatch" || args.some(({ value }) => /^-\w*r|^--recursive$/.test(value));

/** Interpreters given a collector of passwords as their script. */
const script: Maker = (command: SimpleCommand, scene: Scene) => {
  const [file] = operands(command);
  const name = file?.value.split("/").at(-1) ?? "";
  if (file !== undefined && /^(?:lazagne|mimipenguin|secretsdump|firefox_decrypt|chainbreaker|pypykatz)\.(?:py|sh)$/i.test(name))
    add(scene, "credential-read", "path", file.value, file, "collects stored passwords", { how: "harvest", delicacy: "store" }); // prettier-ignore
}; // prettier-ignore

export const CAPTURE_MAKERS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(Object.entries(CAPTURE_PHRASES).map(([name, phrases]) => [name, phraseMaker(phrases)])),
  ...Object.fromEntries(Object.keys(WATCHERS).map((name) => [name, watch])),
  python: script, python2: script, python3: script, bash: script, sh: script,
}; // prettier-ignore
