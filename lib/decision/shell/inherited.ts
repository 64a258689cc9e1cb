import { addWay } from "./branches";
import type { Frame } from "./frame";
import type { Word } from "./types";
import { exportKey } from "./variables";
import { matchesOf } from "../matches";

/** In any environment, so that what is put into them other programs get. */
const ALWAYS = /^(?:HOME|PATH|PWD|OLDPWD|USER|LOGNAME|SHELL|LANG|TERM|TMPDIR|_)$/;

/** Another shell has a variable of this one only where it is exported; whether one was before, nobody can tell. */
export function inherited(frame: Frame, script: Word): Frame {
  if (frame.variables.size === 0 || frame.options.has("allexport")) return frame;
  for (const [, name = ""] of matchesOf(script.value, /\$\{?([A-Za-z_]\w*)/g))
    if (frame.variables.has(name) && !frame.variables.has(exportKey(name)) && !ALWAYS.test(name))
      addWay(frame, new Map([[name, []]]));
  return frame;
}
