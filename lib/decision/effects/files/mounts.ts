import type { SimpleCommand } from "../../shell/types";
import { operands, optionValues } from "../arguments";
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
  if (path === null || !SYSTEM.test(path)) return;
  const options = optionValues(command, "-o", "--options").flatMap(({ value }) => value.split(","));
  const flags = new Set([...options, ...command.args.map(({ value }) => value)]);
  if (flags.has("remount")) {
    if (flags.has("rw") || flags.has("-w") || flags.has("--rw"))
      changes(command, path, `makes ${path} changeable`, scene);
  } else if (words.length > 1 && path !== "/")
    changes(command, path, `puts other files in the place of ${path}`, scene);
};

const unmount: Maker = (command, scene) => {
  if (!isOwn(command)) return;
  if (command.args.some(({ value }) => /^(?:-[a-z]*a[a-z]*|--all)$/.test(value)))
    return changes(command, "/", "takes all file systems away", scene);
  for (const word of operands(command, ["-t", "--types", "-O", "-N"])) {
    const path = pathOf(word, command, scene);
    if (path !== null && (SYSTEM.test(path) || LOSSES.test(path))) changes(command, path, `takes ${path} away`, scene);
  }
};

export const MOUNT_MAKERS: Readonly<Record<string, Maker>> = { mount, umount: unmount };
