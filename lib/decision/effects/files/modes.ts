import { baseName } from "../../paths";
import type { Word } from "../../shell/types";
import { hasFlag } from "../arguments";
import { addGuardLoss } from "./deleting";
import { sourceOfPath } from "../secrets/flow";
import { placeOf, writePlaceOf } from "./places";
import { add, pathOf, whereIs, type Maker, type Scene } from "../scene";

/** `chmod`, `chown`. Traits: `act`, `place`, `recursive`, `delicate` (a credential). */
const permissions: Maker = (command, scene) => {
  // `-x` is a mode, `-R` is not.
  const [mode, ...targets] = command.args.filter(({ value }) => !/^-(?:[RvfcHLPh]+|-.*)$/.test(value));
  if (mode === undefined) return;
  const text = mode.value;
  const open =
    !text.startsWith("1") &&
    /^[0-7]{0,2}[0-7]{2}[2367]$|^[0-7]?777$|(^|,)(a|o|ugo|go)?[+=][rwxXst]*w/.test(text) &&
    !/^[ug]+[+=]/.test(text);
  const setuid = /^[4-7][0-7]{3}$|[+=][rwxX]*s/.test(text) && !/^1[0-7]{3}$/.test(text);
  for (const target of targets) {
    const path = pathOf(target, command, scene);
    if (path !== null && command.name === "chmod") addClosed(text, path, target, scene);
    const recursive = hasFlag(command, "-R", "--recursive");
    // A container's own directories are its own; what is mounted there is this machine's.
    const apart = whereIs(target, command, scene) === "container";
    const all = !apart && recursive && path !== null && placeOf(path, scene) === "critical" && !givesBack(mode, scene);
    const place = path === null ? "unknown" : apart ? "elsewhere" : all ? "critical" : writePlaceOf(path, scene);
    add(scene, "change-permission", "path", path, command, `${command.name} ${text} ${target.value}`, {
      act: setuid
        ? "setuid"
        : open && command.name === "chmod"
          ? "world-writable"
          : command.name === "chown"
            ? "owner"
            : "mode",
      place,
      recursive,
      delicate: path !== null && sourceOfPath(path, target, scene)?.sort === "credential",
    });
  }
};

/** A hook that may no longer be run, or settings that may no longer be read. */
function addClosed(mode: string, path: string, target: Word, scene: Scene): void {
  const hook = /\/(?:\.git\/hooks|\.husky|\.claude\/hooks)(?:\/|$)/.test(path);
  if (!UNREADABLE.test(mode) && !(hook && NOT_RUN.test(mode))) return;
  if (/\/(?:\.git\/hooks|\.husky)(?:\/|$)/.test(path))
    add(scene, "guard-change", "path", path, target, "switches git hooks off", { what: "no-verify" });
  else addGuardLoss(path, target, "closes", scene);
}

const UNREADABLE = /^0{1,4}$|^[augo]*-[wx]*r/;
const NOT_RUN = /^[augo]*-[rw]*x|^0?[0246]{3}$/;

/** `chown -R "$USER" ~`: what belongs to the person anyway. */
const givesBack = ({ value, variables, from }: Word, { home }: Scene): boolean =>
  variables.some((name) => /^(?:USER|LOGNAME|UID)$/.test(name)) ||
  from.some(({ name }) => name === "whoami" || name === "id") ||
  value.split(":")[0] === baseName(home);

export const MODE_MAKERS: Readonly<Record<string, Maker>> = {
  chmod: permissions,
  chown: permissions,
  chgrp: permissions,
};
