import type { SimpleCommand } from "../shell/types";
import { hasFlag, operands } from "./arguments";
import { clip } from "./clip";
import { isContained } from "./rehearsal";
import { add, type Maker } from "./scene";

/**
 * Traits of `kill`: `all` (every process, init, or everything of a user), `guard` (a security service, the agent itself, or what runs
 * the machine), `service` (a server like one that `systemctl stop` stops), `unnamed` (out of a list of all processes).
 */
const kill: Maker = (command, scene) => {
  const words = command.args.map((arg) => arg.value);
  if (ONLY_ASKS.test(words.join(" "))) return;
  const pids = words.filter((word, i) => !(i === 0 && /^-(\d+|[A-Z]+|s|l)$/.test(word)));
  const isInit = (word: string) => word === "-1" || (word === "1" && !isContained(command));
  const sources = command.args.flatMap((arg) => [...arg.from]);
  const { names, listsAll } = processesListed(sources);
  const isNameless = names.length === 0;
  const raised = isRaised(command);
  const all = pids.some(isInit) || (listsAll && isNameless && raised);
  const unnamed = listsAll && (isNameless || (raised && names.every((name) => RUNTIME.test(name))));
  report(command, scene, (names.length > 0 ? names : words).join(" "), { all, unnamed });
};

/** With the administrator's rights a list of processes is one of everybody's. */
const RAISES = new Set(["sudo", "sudo-rs", "doas", "run0", "pkexec"]);
const isRaised = ({ wrappers }: SimpleCommand): boolean => wrappers.some((name) => RAISES.has(name));

/** `fuser -k /dev/nvidia*`, `fuser -km /mnt`: whoever uses a device or a file system, and not a port or a file. */
const users: Maker = (command, scene) => {
  if (!hasFlag(command, "-k", "--kill")) return;
  const places = operands(command, ["-n", "--namespace"]).filter(({ value }) => /^\/(?:dev\/|$)/.test(value));
  const mounted = hasFlag(command, "-m", "-c", "--mount");
  if (places.length === 0 && !mounted) return;
  report(command, scene, command.args.map(({ value }) => value).join(" "), { all: isRaised(command), unnamed: true }); // prettier-ignore
};

/** `kill -0` only looks whether there is one. */
const ONLY_ASKS = /^-(?:0|l|L|s 0|n 0)(?: |$)/;

const byName: Maker = (command, scene) => {
  const names = operands(command, ["-s", "-u", "-U", "-t", "-g", "-P", "--signal", "-n"]).map((word) => word.value);
  if (command.args.some(({ value }) => value === "-0")) return;
  const user = command.args.some((arg) => /^-[uU]/.test(arg.value)) && names.length === 0;
  const all = user || names.some((name) => /^(\.|\.\*|\^?|-1|\*)$/.test(name)) || command.name === "killall5";
  const unnamed = names.some((name) => RUNTIME.test(name));
  report(command, scene, names.join(" "), { all, unnamed });
};

/** What very many programs run by, editors and other agents among them. */
const RUNTIME =
  /^\^?(?:node(?:js)?|python[\d.]*|ruby|perl|php|java|deno|bun|electron|dotnet|beam\.smp|erl|go|cargo|bash|zsh|sh|fish|tmux|screen|ssh|code|docker|npm|npx|yarn|pnpm)\$?$/i;

const MAX_CHAIN = 50;

/** Which processes are picked out of those that run, going by what makes the list: `pgrep X`, `ps ... | grep X | awk ...`. */
function processesListed(sources: readonly SimpleCommand[]): { names: readonly string[]; listsAll: boolean } {
  const open = [...sources];
  const names: string[] = [];
  let lists = false;
  let narrowed = false;
  for (let at = 0; at < open.length && at < MAX_CHAIN; at++) {
    const command = open[at] as SimpleCommand;
    const { name, args } = command;
    lists ||= Object.hasOwn(LISTERS, name) && LISTERS[name]?.test(args.map(({ value }) => value).join(" ")) === true;
    if (name === "ps") {
      lists = true;
      narrowed ||= args.some(({ value }) => /^-[a-zA-Z]*[CpqtgGsuU]$|^--(?:p?pid|user|tty|sid)/.test(value));
    }
    const picked = Object.hasOwn(PICKERS, name) ? (PICKERS[name]?.(args) ?? null) : null;
    if (picked !== null) names.push(picked.replace(/\[(\w)\]/g, "$1"));
    narrowed ||=
      picked === null &&
      NARROWING.test(name) &&
      args.some(({ value }) => /[<>=~]|\bif\b/.test(value.replace(LINE_NUMBER, "")));
    open.push(...command.stdin.from, ...args.flatMap((arg) => [...arg.from]));
  }
  return { names, listsAll: lists && !narrowed };
}
const NARROWING = /^[gm]?awk$/;
/** `NR>1` leaves out the heading, `NR==2` takes whichever process comes first. */
const LINE_NUMBER = /\b[NF]NR\s?[<>=!]=?\s?\d+|\bNR\s?[<>=!]=?\s?\d+/g;

/** Other programs that list processes of whoever works here, with the words that have them do so. */
const LISTERS: Readonly<Record<string, RegExp>> = {
  "nvidia-smi": /\bquery-compute-apps\b|\bpmon\b|^(?:-q)?$/, "rocm-smi": /--showpids/, gpustat: /./, nvitop: /./, top: /(?:^| )-\w*b/,
  lsof: /(?:^| )\/dev\/|(?:^| )-u /, fuser: /(?:^| )\/dev\/|(?:^| )-\w*m/, squeue: /^(?!.*(?:--me|-u))/,
}; // prettier-ignore

type Picker = (args: SimpleCommand["args"]) => string | null;
const lastWord: Picker = (args) => args.findLast(({ value }) => !value.startsWith("-"))?.value ?? null;
const grep: Picker = (args) =>
  args.some(({ value }) => /^-[a-zA-Z]*v|^--invert/.test(value)) ? null : (args.find(({ value }) => !value.startsWith("-"))?.value ?? null); // prettier-ignore
const awk: Picker = (args) =>
  args.map(({ value }) => /\/((?:[^/\\]|\\.){1,200})\//.exec(value)?.[1]).find((one) => one !== undefined) ?? null;
const PICKERS: Readonly<Record<string, Picker>> = {
  pgrep: lastWord, pidof: lastWord, grep, egrep: grep, fgrep: grep, rg: grep, awk, gawk: awk, mawk: awk,
}; // prettier-ignore

const GUARD =
  /\b(auditd|rsyslogd?|syslogd?|falcon|falco|gatehouse|agentshield|sentinel\w*|crowdstrike\w*|mdatp|osquery|clamd|wazuh|sshd|systemd|launchd|init|Xorg|WindowServer|loginwindow|sssd|firewalld|ufw|fail2ban|NetworkManager|wpa_supplicant|dbus-daemon|polkitd|udevd|chronyd?|ntpd|crond?|avahi-daemon|bluetoothd|cupsd|dockerd|containerd|kubelet|journald)\b|(?<![\w./-])claude(?:-code)?(?![\w./-])/;
/** By the whole name, for `-f` goes by file names as well. */
const SERVICE =
  /(?:^|\s)(?:nginx|apache2|httpd|haproxy|caddy|postgres(?:ql)?|postmaster|mysqld?|mariadbd?|mongod|redis-server|memcached|rabbitmq-server|elasticsearch|traefik|envoy|named|unbound|dovecot|postfix|slapd)(?=\s|$)/;

type Extent = { all: boolean; unnamed: boolean };

function report(command: SimpleCommand, scene: Parameters<Maker>[1], what: string, extent: Extent): void {
  const traits = { ...extent, guard: GUARD.test(what), service: SERVICE.test(what) };
  add(scene, "kill", "process", what || null, command, `stops ${clip(what) || "processes"}`, traits);
}

/** The container that judges the agent. */
const container: Maker = (command, scene) => {
  const [verb, ...names] = command.args.filter(({ value }) => !value.startsWith("-")).map(({ value }) => value);
  const own = names.find((name) => /(?:^|[-_])gatehouse(?:$|[-_])/.test(name));
  if (own !== undefined && /^(?:stop|kill|rm|pause|restart)$/.test(verb ?? ""))
    report(command, scene, "gatehouse", { all: false, unnamed: false });
};

export const KILL_MAKERS: Readonly<Record<string, Maker>> = {
  kill,
  pkill: byName,
  killall: byName,
  killall5: byName,
  fuser: users,
  skill: byName,
  xkill: byName,
  docker: container,
  podman: container,
};
