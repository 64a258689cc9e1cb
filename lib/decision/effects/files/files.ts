import { baseName, parentOf, resolvePath } from "../../paths";
import { findPatternIn } from "../../shell/produced";
import type { SimpleCommand, Word } from "../../shell/types";
import { after, isKnown, literal } from "../../shell/word";
import { hasFlag, isInspection, operands, optionValues } from "../arguments";
import { ARCHIVE_MAKERS } from "./archives";
import { addDelete, addGuardLoss, listedPath } from "./deleting";
import { layMoved } from "./laid";
import { MODE_MAKERS } from "./modes";
import { undoingPatch } from "../git/git-losses";
import { isRehearsed } from "../git/rehearsed";
import { originOf } from "../fetched";
import { sourceOfPath } from "../secrets/flow";
import { editOf, editsInPlace } from "./in-place";
import { noteDocument } from "./own-documents";
import { placeOf, writePlaceOf } from "./places";
import { add, pathOf, type Maker, type NamedMaker, type Scene } from "../scene";
import { addWrite, writePath } from "./writing";

/** `shred`: what is gone this way nobody gets back, so a single file counts like a tree. */
const wipe: Maker = (command, scene) => {
  for (const word of operands(command, ["-n", "-s", "--iterations", "--size"]))
    addDelete(word, command, scene, isKnown(word));
};

const remove: Maker = (command, scene) => {
  const recursive = hasFlag(command, "-r", "-R", "--recursive");
  const root = hasFlag(command, "--no-preserve-root");
  for (const word of operands(command)) {
    addDelete(word, command, scene, recursive || root);
  }
};

const copy: Maker = (command, scene) => {
  const words = operands(command, ["-t", "-S", "-m", "-o", "-g"]);
  const named = optionValues(command, "-t", "--target-directory")[0];
  const target = named ?? words.at(-1);
  const sources = named === undefined ? words.slice(0, -1) : words;
  if (target === undefined || sources.length === 0) return;
  const base = pathOf(target, command, scene);
  const moves = command.name === "mv";
  if (base === null) addWrite(target, command, scene, "copy", false);
  for (const source of sources) {
    const from = pathOf(source, command, scene);
    if (moves && from !== null) addMoveAway(source, from, base, command, scene);
    if (base === null) continue;
    const into =
      target.value.endsWith("/") || sources.length > 1 || placeOf(base, scene).endsWith("root") || base === scene.home;
    const path = into && from !== null ? `${base}/${baseName(from)}` : base;
    if (moves && from !== null) layMoved(from, path, command, scene);
    const flow = sourceOfPath(from, source, scene);
    writePath(path, target, scene, "copy", from === "/dev/null", flow === null ? [] : [flow]);
    if (from !== null) noteDocument(from, path, scene);
    const origin = from === null ? null : originOf(from, scene);
    if (origin !== null) scene.fetched.set(path, origin);
  }
};

const RSYNC_VALUES = ["-e", "--rsh", "--exclude", "--include", "--filter", "-f", "--exclude-from", "--files-from", "--bwlimit"]; // prettier-ignore

/** `rsync --remove-source-files` copies and then deletes what it copied. */
const moveFiles: Maker = (command, scene) => {
  if (!hasFlag(command, "--remove-source-files") || isRehearsed(command, RSYNC_VALUES)) return;
  const paths = operands(command, RSYNC_VALUES).map((word) => pathOf(word, command, scene));
  const target = paths.at(-1);
  for (const from of paths.slice(0, -1)) if (from !== null && target != null) layMoved(from, target, command, scene);
};

/** Moving a system or home directory away loses it like deleting it does; so does moving anything to nowhere. */
function addMoveAway(word: Word, from: string, to: string | null, command: SimpleCommand, scene: Scene): void {
  const place = placeOf(from, scene);
  addGuardLoss(from, word, "moves away", scene);
  if (to === "/dev/null" || place === "critical" || place === "system") {
    add(scene, "delete", "path", from, word, `moves ${from} away`, {
      place, recursive: true, unresolved: false, sweeping: word.glob, where: command.where, found: false, git: false, text: from,
    }); // prettier-ignore
  }
}

const link: Maker = (command, scene) => {
  const words = operands(command);
  const [source] = words;
  const target = words.length > 1 ? words.at(-1) : undefined;
  if (source === undefined || target === undefined) return;
  const [from, path] = [pathOf(source, command, scene), pathOf(target, command, scene)];
  // Links among programs are there to be pointed elsewhere.
  const own = path !== null && /^(home|elsewhere)$/.test(writePlaceOf(path, scene)) && !/\/s?bin(\/|$)/.test(path);
  const force = hasFlag(command, "-f", "--force");
  const stray = from === null || placeOf(from, scene).startsWith("scratch");
  // Without force a link takes nobody's place.
  addWrite(target, command, scene, force || stray ? "link" : "new-link", own && force);
  const origin = from === null ? null : originOf(from, scene);
  if (origin !== null && path !== null) scene.fetched.set(path, origin);
  if (path !== null && hasFlag(command, "-s", "--symbolic")) {
    // What a symbolic link says is seen from where it lies.
    const leads = isAnchored(source.value) ? from : resolvePath(source.value, parentOf(path), scene.home);
    if (leads !== null) scene.links.set(target.value.endsWith("/") ? `${path}/${baseName(leads)}` : path, leads);
  }
};

const isAnchored = (path: string): boolean => /^[/~$]/.test(path);

const edit: Maker = (command, scene) => {
  if (!editsInPlace(command)) return;
  const { expressions, files } = editOf(command);
  const empties = emptiesAll(command, expressions);
  for (const word of files) {
    const listed = word.unknownAt === 0 ? listedPath(word, command, scene) : null;
    if (listed === null) addWrite(word, command, scene, "edit", empties);
    else writePath(listed, word, scene, "edit", empties);
  }
};

/** An expression by which nothing of a file is left: every line deleted, or none printed. */
function emptiesAll({ name, args }: SimpleCommand, expressions: readonly Word[]): boolean {
  const texts = expressions.map(({ value }) => value.trim());
  if (name === "sed") return texts.some((text) => /^(?:1?,?\$?|\/[.^](?:\*)?\/)d$|^s(.)\.\*\1\1g?$/.test(text));
  const silent = args.some(({ value }) => /^-[a-oq-z]*n[a-oq-z]*$/.test(value));
  return texts.some((text) => (silent && !/print|say|\bp\b|puts|write/.test(text)) || /^(?:\$_\s?=\s?(?:""|''|undef)|undef \$_)$/.test(text));
} // prettier-ignore

const dataCopy: Maker = (command, scene) => {
  const blank = command.args.some((arg) => /^if=\/dev\/(zero|null|u?random)$/.test(arg.value));
  for (const arg of command.args)
    if (arg.value.startsWith("of=")) addWrite(after(arg, 3), command, scene, "copy", blank);
};

const truncate: Maker = (command, scene) => {
  for (const word of operands(command, ["-s", "--size", "-r"])) addWrite(word, command, scene, "truncate", true);
};

/** `tee FILE < /dev/null` */
const givesNothing = ({ stdin, args }: SimpleCommand) =>
  !args.some((arg) => /^(-a|--append)$/.test(arg.value)) &&
  (stdin.file?.value === "/dev/null" || stdin.from.at(-1)?.args.some((arg) => arg.value === "/dev/null") === true);

const writeOperands =
  (act: string): Maker =>
  (command, scene) => {
    for (const word of operands(command, act === "touch" ? ["-r", "-t", "-d", "--reference", "--date"] : []))
      addWrite(word, command, scene, act, act === "tee" && givesNothing(command));
  };

const emptyTrash: Maker = (command, scene) => {
  addDelete({ ...literal("~/.local/share/Trash/*", command), glob: true }, command, scene, true);
};

const formatDisk: Maker = (command, scene) => {
  if (command.args.some(({ value }) => /^(?:-l|--list|-p|--print|print|-n|--no-act)$/.test(value))) return;
  const span = command;
  add(scene, "overwrite", "path", operands(command).at(-1)?.value ?? null, span, `${command.name} erases a disk or partition`, {
    place: "critical", act: command.name, disk: true, protected: "", inProject: false, logs: false, terminal: false,
  }); // prettier-ignore
};

const find: Maker = (command, scene) => {
  let inner = false;
  const deletes = command.args.some(({ value }) => {
    if (/^-(exec|execdir|ok|okdir)$/.test(value)) inner = true;
    else if (inner && (value === ";" || value === "+")) inner = false;
    return !inner && value === "-delete";
  });
  command.args.forEach(({ value }, i) => {
    const file = command.args[i + 1];
    if (/^-f(?:print0?|printf|ls)$/.test(value) && file !== undefined)
      addWrite(file, command, scene, "redirect", false);
  });
  if (!deletes) return;
  const roots: Word[] = [];
  for (const arg of command.args) {
    if (/^[-(!]/.test(arg.value)) break;
    roots.push(arg);
  }
  for (const root of roots.length > 0 ? roots : [literal(".", command)]) {
    addDelete({ ...root, value: findPatternIn(root.value, command), glob: true }, command, scene, true);
  }
};

export const FILE_MAKERS: Readonly<Record<string, Maker>> = {
  rm: remove,
  rmdir: (command, scene) => {
    for (const word of operands(command)) addDelete(word, command, scene, false);
  },
  unlink: remove,
  shred: wipe,
  srm: wipe,
  rimraf: (command, scene) => {
    for (const word of operands(command)) addDelete(word, command, scene, true);
  },
  trash: remove,
  wipefs: formatDisk,
  blkdiscard: formatDisk,
  fdisk: formatDisk,
  parted: formatDisk,
  sgdisk: formatDisk,
  mkswap: formatDisk,
  cp: copy,
  mv: copy,
  install: copy,
  rsync: moveFiles,
  patch: undoingPatch,
  ditto: copy,
  ln: link,
  sed: edit,
  perl: edit,
  ruby: edit,
  dd: dataCopy,
  truncate,
  tee: writeOperands("tee"),
  touch: writeOperands("touch"),
  sponge: writeOperands("tee"),
  find,
  ...MODE_MAKERS,
  ...ARCHIVE_MAKERS,
  "trash-empty": emptyTrash,
  gio: (command, scene) => {
    if (command.args[0]?.value === "trash" && hasFlag(command, "--empty")) emptyTrash(command, scene);
  },
  debugfs: (command, scene) => {
    if (hasFlag(command, "-w")) formatDisk(command, scene);
  },
  scrub: wipe,
};

const formats: Maker = (command, scene) => {
  const erases = command.name !== "diskutil" || /^(erase|zero|secureErase|partition|reformat)/i.test(command.args[0]?.value ?? ""); // prettier-ignore
  if (erases && !isInspection(command)) formatDisk(command, scene);
};

export const disk: NamedMaker = { concerns: (name) => /^mkfs(\.|$)|^newfs|^diskutil$/.test(name), make: formats };
