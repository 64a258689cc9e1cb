import { HOOK } from "../../shell/frame";
import type { SimpleCommand } from "../../shell/types";
import { urlOf } from "../fetched";
import { clip } from "../clip";
import { destinationOf, hostOf, isOurs } from "./destinations";
import { add, type Maker } from "../scene";

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };
const LONG_SECONDS = 30;

/** A short wait is for something to come up; one that is not known may be any. */
function isLong({ name, args }: SimpleCommand): boolean {
  const [, number, unit = "s"] = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(args[0]?.value ?? "") ?? [];
  return name === "sleep" && (number === undefined || Number(number) * (SECONDS[unit] ?? 1) >= LONG_SECONDS);
}

/** A request that goes out in the background after a while, when nobody looks any more, or each time the shell is used. */
const later: Maker = (command, scene) => {
  const hooked = command.wrappers.includes(HOOK);
  if (!command.background && !hooked) return;
  const waits =
    hooked || scene.reading.commands.some((one) => one.background && one.start < command.start && isLong(one));
  const host = waits ? hostOf(urlOf(command)) : null;
  if (host === null || isOurs(destinationOf(host, scene.trust))) return;
  const when = hooked ? "each time the shell is used" : "in the background after a while";
  add(scene, "expose", "host", host, command, `calls ${clip(host)} ${when}`, { what: "delayed-call" }); // prettier-ignore
};

export const DELAYED_MAKERS: Readonly<Record<string, Maker>> = { curl: later, wget: later, http: later, xh: later };
