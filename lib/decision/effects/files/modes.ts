import { baseName } from "../../paths";
import type { Word } from "../../shell/types";
import { hasFlag, optionValues } from "../arguments";
import { addGuardLoss } from "./deleting";
import { sourceOfPath } from "../secrets/flow";
import { placeOf, writePlaceOf } from "./places";
import { grantsAccess, isHidden } from "./vital";
import { add, pathOf, whereIs, type Maker, type Scene } from "../scene";

/** `chmod`, `chown`. Traits: `act`, `place`, `recursive`, `delicate` (a credential), `vital` (opens what decides who gets in, see vital.ts). */
const permissions: Maker = (command, scene) => {
  // `-x` is a mode, `-R` is not.
  const [mode, ...targets] = command.args.filter(({ value }) => !/^-(?:[RvfcHLPh]+|-.*)$/.test(value));
  if (mode === undefined) return;
  const text = mode.value;
  const open =
    !text.startsWith("1") &&
    /^[0-7]{0,2}[0-7]{2}[2367]$|^[0-7]?777$|(^|,)(a|o|ugo|go)?[+=][rwxXst]*w/.test(text) &&
    !/^[ug]+[+=]/.test(text);
  const setuid = isSetuid(text);
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
      vital: path !== null && !apart && opensAccess(command.name, text, path, scene),
      delicate: path !== null && sourceOfPath(path, target, scene)?.sort === "credential",
    });
  }
};

const isSetuid = (mode: string): boolean => /^0?[4-7][0-7]{3}$|[+=][rwxX]*s/.test(mode);

/** `install -m 4755 FROM TO` */
const installs: Maker = (command, scene) => {
  const mode = optionValues(command, "-m", "--mode")[0]?.value ?? "";
  const target = command.args.at(-1);
  if (target === undefined || !isSetuid(mode) || hasFlag(command, "-d", "--directory")) return;
  const path = pathOf(target, command, scene);
  add(scene, "change-permission", "path", path, command, `install -m ${mode} ${target.value}`, {
    act: "setuid", place: path === null ? "unknown" : writePlaceOf(path, scene), recursive: false, vital: false, delicate: false,
  }); // prettier-ignore
};

/** A file by which accounts get in, given to somebody else or made readable where nobody may read it. */
function opensAccess(program: string, text: string, path: string, { home }: Scene): boolean {
  if (program === "chmod") return isHidden(path) && READABLE.test(text);
  const owner = /^\/(?:home|Users)\/([^/]+)\//.exec(path)?.[1];
  const isOwn = path.startsWith(`${home}/`) || (owner !== undefined && text.split(/[:.]/)[0] === owner);
  return grantsAccess(path) && !isOwn && !SYSTEM_OWNER.test(text);
}

const READABLE = /^[0-7]?[0-7]{2}[4-7]$|(?:^|,)[ugo]*[oa][ugo]*[+=]\w*r|(?:^|,)[+=]\w*r/;
const SYSTEM_OWNER = /^(?:0|root|wheel|shadow)?(?:[:.](?:0|root|wheel|shadow|admin)?)?$/;

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

export const INSTALL_MODE_MAKERS: Readonly<Record<string, Maker>> = { install: installs, ginstall: installs };

export const MODE_MAKERS: Readonly<Record<string, Maker>> = {
  chmod: permissions,
  chown: permissions,
  chgrp: permissions,
};
