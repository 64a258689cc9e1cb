import type { SimpleCommand, Word } from "../../shell/types";
import { operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { layMounted, takeMountAway } from "./laid";
import { add, pathOf, type Maker, type Scene } from "../scene";

/** What the system runs and goes by; what people install or keep themselves is not among it. */
const SYSTEM =
  /^\/(?:$|(?:etc|usr(?!\/(?:local|src)(?:\/|$))|s?bin|lib(?:32|64|x32)?|boot|root|var\/log|System|Library)(?:\/|$))/;
const LOSSES = /^\/(?:home|var|opt|srv|Users)$/;
/** A namespace of its own shows its mounts to nobody else. */
const APART = new Set(["unshare", "bwrap", "firejail", "systemd-nspawn"]);

const isOwn = ({ where, wrappers }: SimpleCommand): boolean =>
  where === "here" && !wrappers.some((one) => APART.has(one));

const changes = (command: SimpleCommand, path: string, note: string, scene: Scene): void =>
  add(scene, "system-change", "path", path, command, `${command.name}: ${note}`, {
    act: "mount",
    what: note,
    text: path,
  });

/** Other files in the place of the system's, or a read-only system made changeable. */
const mount: Maker = (command, scene) => {
  if (!isOwn(command)) return;
  const words = operands(command, [
    "-t",
    "--types",
    "-o",
    "--options",
    "-L",
    "-U",
    "--label",
    "--uuid",
    "-T",
    "-O",
    "-N",
  ]);
  const target = words.at(-1);
  const path = target === undefined ? null : pathOf(target, command, scene);
  if (path === null) return;
  const flags = flagsOf(command);
  const types = optionValues(command, "-t", "--types").map(({ value }) => value);
  if (words.length > 1 && !flags.has("remount") && !types.some((type) => OWN_DATA.test(type)))
    mounted(words[0] as Word, path, OF_FILES.some((flag) => flags.has(flag)) || /^[/.~]/.test(words[0]?.value ?? ""), command, scene); // prettier-ignore
  if (!SYSTEM.test(path)) return;
  if (flags.has("remount")) {
    if (flags.has("rw") || flags.has("-w") || flags.has("--rw"))
      changes(command, path, `makes ${path} changeable`, scene);
  } else if (words.length > 1 && path !== "/")
    changes(command, path, `puts other files in the place of ${path}`, scene);
};

/** File systems whose files are nobody's before they are mounted, or stay as they are below. */
const OWN_DATA = /^(?:tmpfs|ramfs|overlay|proc|sysfs|devpts|squashfs|iso9660|cgroup2?)$/;

function flagsOf(command: SimpleCommand): ReadonlySet<string> {
  const options = optionValues(command, "-o", "--options").flatMap(({ value }) => value.split(","));
  return new Set([...options, ...command.args.map(({ value }) => value)]);
}

/** What is mounted is a file or directory. */
const OF_FILES = ["loop", "bind", "rbind", "--bind", "--rbind", "-B", "-R"];
const READ_ONLY = ["ro", "-r", "--read-only", "--ro"];

/** Files that are seen in another place from now on: what is deleted there is deleted where they are. */
function mounted(source: Word, at: string, isHere: boolean, command: SimpleCommand, scene: Scene): void {
  const flags = flagsOf(command);
  if (READ_ONLY.some((flag) => flags.has(flag))) return;
  layMounted((isHere ? pathOf(source, command, scene) : null) ?? clip(source.value), at, command, scene);
}

/** Programs that mount what is elsewhere, by how many words stand before what they mount. */
const FUSE: Readonly<Record<string, number>> = {
  sshfs: 0, s3fs: 0, gcsfuse: 0, goofys: 0, geesefs: 0, ossfs: 0, "mount-s3": 0, curlftpfs: 0, bindfs: 0, encfs: 0, gocryptfs: 0, davfs2: 0, rclone: 1, juicefs: 1,
  mount_nfs: 0, mount_smbfs: 0, "mount.nfs": 0, "mount.nfs4": 0, "mount.cifs": 0, "mount.davfs": 0,
}; // prettier-ignore
/** Their sources are directories of this machine. */
const OF_HERE = new Set(["bindfs", "encfs", "gocryptfs"]);
const FUSE_VALUES = ["-o", "-p", "-F", "-t", "--config", "--options", "--profile", "--region", "--vfs-cache-mode"];

const fuse: Maker = (command, scene) => {
  const skip = FUSE[command.name] ?? 0;
  const words = operands(command, FUSE_VALUES);
  if (!isOwn(command) || (skip > 0 && !/^(?:cmount|mount)$/.test(words[0]?.value ?? ""))) return;
  const [source, target] = words.slice(skip);
  const at = target === undefined ? null : pathOf(target, command, scene);
  if (source !== undefined && at !== null) mounted(source, at, OF_HERE.has(command.name), command, scene);
};

const unmount: Maker = (command, scene) => {
  if (!isOwn(command)) return;
  for (const word of operands(command, ["-t", "--types", "-O", "-N"])) {
    const path = pathOf(word, command, scene);
    if (path !== null) takeMountAway(path, command, scene);
  }
  if (!command.name.startsWith("u")) return;
  if (command.args.some(({ value }) => /^(?:-[a-z]*a[a-z]*|--all)$/.test(value)))
    return changes(command, "/", "takes all file systems away", scene);
  for (const word of operands(command, ["-t", "--types", "-O", "-N"])) {
    const path = pathOf(word, command, scene);
    if (path !== null && (SYSTEM.test(path) || LOSSES.test(path))) changes(command, path, `takes ${path} away`, scene);
  }
};

export const MOUNT_MAKERS: Readonly<Record<string, Maker>> = {
  mount,
  umount: unmount,
  fusermount: unmount,
  fusermount3: unmount,
  ...Object.fromEntries(Object.keys(FUSE).map((name) => [name, fuse])),
};
