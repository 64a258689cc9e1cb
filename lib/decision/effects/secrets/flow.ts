import { delicacyOf, isSecretName } from "../../credential-paths";
import { isInside, resolvePath } from "../../paths";
import type { SimpleCommand, Span, Word } from "../../shell/types";
import { operands, phrase, verbFirst } from "../arguments";
import { cannotRead } from "../code/code-scripts";
import { pathOf, type Scene, type Source } from "../scene";
import { printsNamesOnly } from "./secret-names";
import { PRINTERS } from "./secret-printers";
import { shownFiles } from "./shown-files";
import { isTar, packedByTar } from "../files/tar";
import { secretData, serviceData } from "./service-data";

const SORT = { store: "credential", secret: "secret", private: "private" } as const;

/** A file as something that can flow: how delicate it is; null for a path that is not known. */
export function sourceOfPath(path: string | null, span: Span, scene: Scene): Source | null {
  if (path === null || isBlank(path)) return null;
  const taint = scene.tainted.get(path);
  if (taint !== undefined) return { ...taint, start: span.start, end: span.end };
  for (const [file, within] of scene.tainted)
    if (isInside(file, path)) return { ...within, start: span.start, end: span.end };
  const delicacy = delicacyOf(path, scene.home);
  return { sort: delicacy === null ? "file" : SORT[delicacy], label: path, start: span.start, end: span.end };
}

/** Devices that hold nothing of anybody's: `</dev/null` ends a conversation, noise fills a test upload. */
export const isBlank = (path: string): boolean => /^\/dev\/(?:null|zero|full|u?random)$/.test(path);

/** Programs whose operands are files they read and whose output is what they read. `skip`: leading operands that are no files. `flags`: whose values are files too. */
const TAR = { values: ["-f", "-C"] };
const READERS: Readonly<Record<string, { skip?: number; take?: number; values?: readonly string[]; flags?: readonly string[] }>> = {
  cat: {}, bat: {}, tac: {}, nl: {}, less: {}, more: {}, rev: {}, strings: {}, xxd: { values: ["-l", "-s", "-c", "-g"] }, od: {}, hexdump: {},
  head: { values: ["-n", "-c"] }, tail: { values: ["-n", "-c"] }, sort: { values: ["-k", "-t", "-o"] }, uniq: {}, cut: { values: ["-d", "-f", "-c", "-b"] },
  paste: {}, fold: { values: ["-w"] }, base64: { values: ["-w"] }, base32: { values: ["-w"] }, gzip: {}, zcat: {}, bzip2: {}, xz: {}, zstd: {}, uuencode: {}, column: {}, fmt: {},
  grep: { skip: 1, values: ["-e", "-A", "-B", "-C", "-m", "-f"] }, egrep: { skip: 1 }, fgrep: { skip: 1 }, rg: { skip: 1, values: ["-A", "-B", "-C", "-g", "-t", "-m"] }, ag: { skip: 1 },
  sed: { skip: 1, values: ["-e"] }, awk: { skip: 1, values: ["-F", "-v"] }, gawk: { skip: 1 }, jq: { skip: 1, values: ["--arg"] }, yq: { skip: 1 },
  tar: TAR, gtar: TAR, bsdtar: TAR, zip: { skip: 1 }, cp: {}, mv: {}, ln: {}, install: {}, gpg: {}, openssl: {}, age: {}, "7z": { skip: 2 }, dd: {}, diff: {}, split: {}, vim: {}, nano: {}, view: {}, emacs: {}, code: {}, open: {}, pbcopy: {}, xclip: {}, mysqldump: { skip: 9 }, rsync: { values: ["-e", "--rsh", "--exclude", "--include", "--filter", "-f", "--exclude-from"] }, iconv: {}, tee: { skip: 99 }, plutil: {}, ditto: {},
  sqlite3: { take: 1, values: ["-cmd", "-init", "-separator", "-newline"] }, duckdb: { take: 1 }, qrencode: { skip: 99, flags: ["-r", "--read-from"] }, xmllint: {}, dasel: {}, tomlq: { skip: 1 }, csvcut: {}, batcat: {}, hexyl: {}, most: {}, pr: {}, expand: {}, unexpand: {}, csplit: {}, comm: {}, join: {}, shuf: {}, look: { skip: 1 },
  cmp: {}, sdiff: {}, vimdiff: {}, enscript: {}, lp: {}, lpr: {}, bzcat: {}, xzcat: {}, zless: {}, zgrep: { skip: 1 }, lz4: {}, brotli: {}, pigz: {}, ed: {}, ack: { skip: 1 }, gron: {}, glow: {}, mdcat: {}, micro: {}, kate: {}, gedit: {},
  steghide: { skip: 99, flags: ["-ef", "--embedfile"] }, outguess: { skip: 99, flags: ["-d"] }, openstego: { skip: 99, flags: ["-mf", "--messagefile"] }, stegsnow: { skip: 99, flags: ["-f"] }, stegcloak: { skip: 99, flags: ["-f", "--file"] }, jsteg: { skip: 2, take: 1 }, cloakify: { take: 1 },
}; // prettier-ignore

export const isReader = (name: string): boolean => Object.hasOwn(READERS, name);

/** Files a command reads whose content its output, or the file it writes, then holds. */
export function filesRead(command: SimpleCommand, scene: Scene): Source[] {
  const found: Source[] = [];
  for (const word of wordsRead(command)) {
    const path = command.where === "here" || command.where === "container" ? pathOrPrefix(word, command, scene) : null;
    const source = sourceOfPath(path, word, scene);
    if (source !== null) found.push(source);
  }
  return found;
}

/** The same as paths. */
export const filesOf = (command: SimpleCommand, scene: Scene): string[] =>
  wordsRead(command).flatMap((word) => pathOf(word, command, scene) ?? []);

function wordsRead(command: SimpleCommand): Word[] {
  const reader = Object.hasOwn(READERS, command.name) ? READERS[command.name] : undefined;
  const words: Word[] = [];
  const packed = isTar(command) ? packedByTar(command) : [];
  words.push(...packed);
  if (reader !== undefined && packed.length === 0) {
    const pattern = command.args.some((arg) => arg.value === "-e" || arg.value === "-f");
    words.push(
      ...operands(command, reader.values)
        .slice(pattern && reader.skip === 1 ? 0 : (reader.skip ?? 0))
        .slice(0, reader.take),
    );
    for (const flag of reader.flags ?? []) words.push(...afterFlag(command, flag));
    if (command.name === "dd")
      for (const arg of command.args) if (arg.value.startsWith("if=")) words.push(shift(arg, 3));
    if (command.name === "openssl" || command.name === "gpg") words.push(...afterFlag(command, "-in"));
  }
  words.push(...shownFiles(command));
  if (command.stdin.file !== null) words.push(command.stdin.file);
  // Opened as another number, to be read from there later.
  for (const { op, target, fd = 0 } of command.redirects) if (fd !== 0 && /^<>?$/.test(op)) words.push(target);
  return words.length > 1 ? withBlanks(words) : words;
}

/** `~/Library/Application Support/x` with its blank left open is meant as one path. */
function withBlanks(words: readonly Word[]): Word[] {
  return words.flatMap((word, i) => {
    const next = words[i + 1];
    const isCut =
      next !== undefined && word.value.endsWith("/Library/Application") && next.value.startsWith("Support/");
    return isCut ? [word, { ...word, value: `${word.value} ${next.value}`, end: next.end, verbatimAt: null }] : [word];
  });
}

const shift = (word: Word, by: number): Word => ({ ...word, value: word.value.slice(by) });
const afterFlag = (command: SimpleCommand, flag: string) =>
  command.args.filter((_, i) => command.args[i - 1]?.value === flag);

/** Unknown parts count as one unknown name, so that `~/.ssh/$KEY` is still in `~/.ssh`. */
function pathOrPrefix(word: Word, command: SimpleCommand, scene: Scene): string | null {
  if (word.unknownAt === 0) return null;
  const path = resolvePath(word.value, command.cwd, scene.home);
  // What a container has from this machine is what it is here.
  return path === null || command.mounts.length > 0 ? (pathOf(word, command, scene) ?? path) : path;
}

/** The programs of which some calls print what is secret or private. */
const PRINTING = new Set([
  ...Object.keys(PRINTERS), "env", "printenv", "set", "export", "declare", "typeset", "compgen", "git", "journalctl", "dmesg", "coredumpctl", "last", "lastlog", "history", "fc",
]); // prettier-ignore

/** What a call prints that is secret by nature: tokens, keychain entries, the environment. */
export function secretsPrinted(command: SimpleCommand): Source | null {
  const { name, args, start, end } = command;
  if (isClipboard(name, args)) return { sort: "private", label: "the clipboard", start, end };
  if (!PRINTING.has(name)) return null;
  const printer = Object.hasOwn(PRINTERS, name) ? PRINTERS[name] : undefined;
  if (
    printer !== undefined &&
    [args, verbFirst(command).args].some((words) => printer.test(phrase(words))) &&
    !printsNamesOnly(command)
  ) {
    return { sort: "credential", label: `${name} ${args[0]?.value ?? ""}`.trim(), start, end };
  }
  const whole =
    (name === "env" && args.length === 0) ||
    (name === "printenv" && args.length === 0) ||
    (/^(set|export|declare|typeset|compgen)$/.test(name) &&
      args.every((arg) => /^-[pxv]+$/.test(arg.value)) &&
      (name === "set" ? args.length === 0 : true));
  if (whole) return { sort: "environment", label: "the environment", start, end };
  if (name === "printenv" && args.some((arg) => isSecretName(arg.value)))
    return { sort: "secret", label: phraseOf(args), start, end };
  if (name === "git" && /^(archive|bundle|log|show|diff|format-patch)$/.test(args[0]?.value ?? ""))
    return {
      sort: "file",
      label:
        args[0]?.value === "archive" || args[0]?.value === "bundle" || isHistory(args)
          ? "an archive"
          : "the repository",
      start,
      end,
    };
  if (/^(journalctl|dmesg|coredumpctl|last|lastlog)$/.test(name))
    return { sort: "history", label: "system logs", start, end };
  if (name === "history" || name === "fc") return { sort: "history", label: "the shell history", start, end };
  return null;
}

/** Patches of many commits are all that the project is made of. */
const isHistory = (args: readonly Word[]): boolean =>
  (args[0]?.value === "log" && args.some(({ value }) => /^(?:-p|-u|--patch)$/.test(value)) && !args.some(({ value }) => /^(?:-n?1|--max-count=1)$/.test(value))) ||
  (args[0]?.value === "format-patch" && args.some(({ value }) => /\.\.|^--root$/.test(value))); // prettier-ignore

const CLIPBOARDS = new Set([
  "pbpaste",
  "wl-paste",
  "xclip",
  "xsel",
  "clipboard",
  "termux-clipboard-get",
  "gpaste-client",
  "copyq",
]);
const isClipboard = (name: string, args: readonly Word[]): boolean =>
  CLIPBOARDS.has(name) &&
  (!/^x(?:clip|sel)$/.test(name) || args.some(({ value }) => /^(?:-o|-out|--output|-\w*o)$/.test(value)));

const phraseOf = (args: readonly Word[]) => args.map((arg) => arg.value).join(" ");

/** Programs that let nothing of their input through but a count, a name or a yes. */
export function isNarrow(command: SimpleCommand): boolean {
  if (command.name === "wc" || /^(sha\d*sum|md5sum|md5|shasum|cksum)$/.test(command.name)) return true;
  return (
    /^[ef]?grep$|^rg$/.test(command.name) &&
    command.args.some((arg) => /^-[a-zA-Z]*[cqlL]/.test(arg.value) || arg.value === "--count")
  );
}

/** Programs that pick a part of what comes in: which, their words say. */
const PICKERS = new Set(["jq", "yq", "grep", "egrep", "rg", "awk", "gawk", "cut", "sed", "gron", "dasel"]);

const MAX_SOURCES = 200;

/** Everything delicate or local that flows into a command: over the pipe, its input, and substitutions in the given words. */
export function flowInto(command: SimpleCommand, scene: Scene, words: readonly Word[] = command.args): Source[] {
  const found: Source[] = [];
  const seen = new Set<SimpleCommand>();
  const visit = (source: SimpleCommand, picked = false) => {
    if (seen.has(source)) return;
    if (seen.size > MAX_SOURCES) return cannotRead("More flows into the call than can be followed.", source, scene);
    seen.add(source);
    if (isNarrow(source)) return;
    found.push(...filesRead(source, scene));
    const printed = secretsPrinted(source) ?? (picked ? null : secretData(source));
    if (printed !== null) found.push(printed);
    for (const word of source.args) secretVariables(word, found);
    for (const from of source.stdin.from) visit(from, picked || PICKERS.has(source.name));
    if (source.stdin.text !== null) {
      secretVariables(source.stdin.text, found);
      each(source.stdin.text.from);
    }
    for (const word of source.args) each(word.from);
  };
  // The end of a pipe first, as it says what of the rest is left.
  const each = (sources: readonly SimpleCommand[]) => sources.toReversed().forEach((source) => visit(source));
  each(command.stdin.from);
  for (const piped of command.stdin.from.length === 0 ? [] : [...seen]) {
    const data = piped.nesting === command.nesting ? serviceData(piped) : null;
    if (data !== null) found.push(data);
  }
  if (command.stdin.file !== null) {
    const source = sourceOfPath(pathOf(command.stdin.file, command, scene), command.stdin.file, scene);
    if (source !== null) found.push(source);
    each(command.stdin.file.from);
  }
  if (command.stdin.text !== null) {
    secretVariables(command.stdin.text, found);
    each(command.stdin.text.from);
  }
  for (const word of words) {
    secretVariables(word, found);
    each(word.from);
  }
  return found;
}

/** What a shell knows of the commands that are given to it. */
const TYPED = /^(?:BASH_COMMAND|READLINE_LINE|BASH_HISTORY)$/;

export function secretVariables(word: Word, into: Source[]): void {
  for (const name of word.variables) {
    if (isSecretName(name)) into.push({ sort: "secret", label: `$${name}`, start: word.start, end: word.end });
    else if (TYPED.test(name)) into.push({ sort: "history", label: "what is typed", start: word.start, end: word.end });
  }
}

const WEIGHT = { credential: 6, secret: 5, environment: 4, private: 3, history: 2, file: 1 } as const;

/** The most delicate of several sources. */
export function worst(sources: readonly Source[]): Source | null {
  let found: Source | null = null;
  for (const source of sources) if (found === null || WEIGHT[source.sort] > WEIGHT[found.sort]) found = source;
  return found;
}
