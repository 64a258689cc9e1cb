import { baseName } from "../paths";
import type { Word } from "../shell/types";
import { hasFlag, operands } from "./arguments";
import { sourceOfPath } from "./flow";
import { placeOf, writePlaceOf } from "./places";
import { add, pathOf, type Maker, type Scene } from "./scene";

/** `chmod`, `chown`. Traits: `act`, `place`, `recursive`, `delicate` (a credential). */
const permissions: Maker = (command, scene) => {
  const [mode, ...targets] = operands(command).length > 0 ? operands(command) : command.args;
  if (mode === undefined) return;
  const text = mode.value;
  const open =
    !text.startsWith("1") &&
    /^[0-7]{0,2}[0-7]{2}[2367]$|^[0-7]?777$|(^|,)(a|o|ugo|go)?[+=][rwxXst]*w/.test(text) &&
    !/^[ug]+[+=]/.test(text);
  const setuid = /^[4-7][0-7]{3}$|[+=][rwxX]*s/.test(text) && !/^1[0-7]{3}$/.test(text);
  for (const target of targets) {
    const path = pathOf(target, command, scene);
    const recursive = hasFlag(command, "-R", "--recursive");
    const all = recursive && path !== null && placeOf(path, scene) === "critical" && !givesBack(mode, scene);
    const place = path === null ? "unknown" : all ? "critical" : writePlaceOf(path, scene);
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
