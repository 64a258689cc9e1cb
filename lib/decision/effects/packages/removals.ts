import type { SimpleCommand, Word } from "../../shell/types";
import { operands } from "../arguments";
import { clip } from "../clip";
import { add, type Maker } from "../scene";

/** Package managers of systems: the words by which they remove, and the flags that make them do so against their own advice. */
type Remover = { verbs: RegExp; forces?: RegExp; values?: readonly string[]; rehearses?: RegExp };

const APT: Remover = { verbs: /^(?:remove|purge|autoremove|full-remove)$/, forces: /^--(?:allow-remove-essential|force-yes|purge-unused)$/, values: ["-o", "-t", "-c"], rehearses: /^-[a-z]*s[a-z]*$|^--(?:no-act|recon)$/ }; // prettier-ignore
const DNF: Remover = { verbs: /^(?:remove|erase|autoremove|groupremove|rm)$/, values: ["--setopt", "--releasever", "-c"] }; // prettier-ignore
const REMOVERS: Readonly<Record<string, Remover>> = {
  apt: APT, "apt-get": APT, aptitude: APT, nala: APT, dnf: DNF, yum: DNF, microdnf: DNF, zypper: DNF,
  pacman: { verbs: /^-\w*R\w*$|^--remove$/, forces: /^-R\w*dd\w*$/ }, yay: { verbs: /^-\w*R\w*$/, forces: /^-R\w*dd\w*$/ },
  dpkg: { verbs: /^(?:-r|-P|--remove|--purge)$/, forces: /^--force-(?:all|remove-essential|depends)/ }, rpm: { verbs: /^-\w*e\w*$|^--erase$/, forces: /^--nodeps$/ },
  apk: { verbs: /^del$/ }, brew: { verbs: /^(?:uninstall|remove|rm)$/ }, pkg: { verbs: /^(?:delete|remove|uninstall)$/, forces: /^-\w*a\w*$|^--all$/ }, port: { verbs: /^uninstall$/ }, snap: { verbs: /^remove$/ }, flatpak: { verbs: /^(?:uninstall|remove)$/, forces: /^--all$/ },
}; // prettier-ignore

/** What a system does not start or log in without. */
const ESSENTIAL = new Set([
  "apt", "base-files", "base-passwd", "bash", "busybox", "coreutils", "dash", "debianutils", "diffutils", "dnf", "dpkg", "e2fsprogs", "filesystem", "findutils", "glibc", "grep", "grub", "grub2", "gzip", "hostname", "init", "kernel", "libc-bin", "libc6", "linux",
  "linux-image-generic", "linux-generic", "login", "mount", "musl", "ncurses-base", "openssh-server", "pacman", "passwd", "perl-base", "rpm", "sed", "shadow", "sudo", "systemd", "systemd-sysv", "sysvinit-utils", "tar", "util-linux", "yum", "zlib1g", "alpine-base", "kernel-core", "base", "udev", "initramfs-tools",
]); // prettier-ignore
/** What a system's own tools run by; a package manager of another kind brings one more of them, which may go. */
const CARRYING = new Set(["python3", "python3-minimal", "python", "perl", "openssl", "libssl3", "ca-certificates", "network-manager", "NetworkManager", "dbus", "polkit", "gnupg", "gpg", "iproute2", "iproute", "ifupdown", "netplan.io", "cloud-init", "lvm2", "cryptsetup", "openssh", "openssl-libs", "curl-minimal", "libcurl", "pam", "nss", "python3-libs", "firewalld", "selinux-policy", "linux-firmware", "mesa"]); // prettier-ignore
const OF_SYSTEMS = new Set(["apt", "apt-get", "aptitude", "nala", "dnf", "yum", "microdnf", "zypper", "pacman", "yay", "dpkg", "rpm", "apk"]); // prettier-ignore
/** Names that stand for very many: `*`, `.*`, `~n.*`, `?installed`, `lib*`. */
const EVERYTHING = /^(?:~i|~n\.[*+]|\?installed|\?true|\.[*+]|\*|@\*|\^?\.\*\$?|(?:[a-z]{1,2}|lib)\.?\*)$/;
/** All of what other packages and the system's own tools run by. */
const UNDERLYING =
  /^(?:python3?|perl|libc\d?|glibc|systemd|libssl|openssl|linux(?:-image)?|network-?manager|grub2?|coreutils)[-.]?\*$/i;
/** Commands that list what is installed. */
const LISTS: Readonly<Record<string, RegExp>> = {
  brew: /^(?:list|ls|leaves)\b/, pacman: /^-Q[a-z]*$/, rpm: /^-qa$/, dpkg: /^(?:-l|--get-selections)\b/, "dpkg-query": /^(?:-f|-W|--show|-l)/, apt: /^list\b.*--installed/, dnf: /^(?:list|repoquery)\b/, snap: /^list\b/, flatpak: /^list\b/, apk: /^(?:info|list)\b/,
}; // prettier-ignore
const NARROWS = /^(?:grep|egrep|rg|head|tail|fzf)$/;
/** `awk '{print $1}'` takes a column, `awk '/x/'` takes lines. */
const PICKS_LINES = /\/[^/]+\/|[=<>~]/;
const MAX_CHAIN = 10;

const removes: Maker = (command, scene) => {
  const remover = REMOVERS[command.name];
  const verb = remover === undefined ? -1 : command.args.findIndex(({ value }) => remover.verbs.test(value));
  if (remover === undefined || verb === -1 || command.where !== "here") return;
  if (command.args.some(({ value }) => remover.rehearses?.test(value) === true)) return;
  const names = operands(command, remover.values).filter(({ value }) => !remover.verbs.test(value));
  const what = extentOf(command, names, remover);
  if (what === null) return;
  add(scene, "delete", "package", what, command, `removes ${what}`, {
    place: "system", recursive: true, found: false, unresolved: false, sweeping: true, git: false, where: command.where, text: clip(what),
  }); // prettier-ignore
};

function extentOf(command: SimpleCommand, names: readonly Word[], { forces }: Remover): string | null {
  const isVital = (name: string) => ESSENTIAL.has(name) || (CARRYING.has(name) && OF_SYSTEMS.has(command.name));
  const essential = names.find(({ value }) => isVital(value.split(/[:=]/)[0] ?? ""));
  if (essential !== undefined) return `the package ${essential.value}`;
  const wide = names.find(({ value }) => EVERYTHING.test(value) || UNDERLYING.test(value));
  if (wide !== undefined) return `every package called ${wide.value}`;
  if (command.args.some(({ value }) => forces?.test(value) === true)) return "packages that others cannot do without";
  const lists = [...names.flatMap(({ from }) => [...from]), ...command.stdin.from];
  return lists.some((one) => listsAll(one)) ? "every installed package" : null;
}

function listsAll(source: SimpleCommand, depth = 0): boolean {
  const words = source.args.map(({ value }) => value).join(" ");
  if (Object.hasOwn(LISTS, source.name)) return LISTS[source.name]?.test(words) === true;
  if (NARROWS.test(source.name) || (/^(?:awk|gawk|sed)$/.test(source.name) && PICKS_LINES.test(words))) return false;
  return depth < MAX_CHAIN && source.stdin.from.some((one) => listsAll(one, depth + 1));
}

export const REMOVAL_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.keys(REMOVERS).map((name) => [name, removes]),
);
