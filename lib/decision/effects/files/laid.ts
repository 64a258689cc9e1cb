import { baseName, isInside } from "../../paths";
import type { SimpleCommand } from "../../shell/types";
import { cannotRead } from "../code/code-scripts";
import { goesOnOnlyAfter } from "../sequence";
import type { Scene } from "../scene";
import { placeOf, type Place } from "./places";

/** What came to lie somewhere by this command line: moved or mounted there. `gone`: the call that took it away again. */
export type Laid = { origin: string; sort: "moved" | "mounted"; gone: SimpleCommand | null };

/** Each deletion looks through all of them. */
const MAX_LAID = 100;
/** Places of which nobody misses what is moved out of them and deleted. */
const FREE = new Set<Place>(["project", "scratch", "cache"]);

/** Remembers that what was at one path lies at another one from now on. */
export function layMoved(from: string, to: string, command: SimpleCommand, scene: Scene): void {
  if (from === to) return;
  const before = scene.laid.get(from);
  if (before === undefined && FREE.has(placeOf(from, scene)) && !from.includes("/.git")) return;
  scene.laid.delete(from);
  lay(to, { origin: before?.sort === "moved" ? before.origin : from, sort: "moved", gone: null }, command, scene);
}

function lay(at: string, laid: Laid, command: SimpleCommand, scene: Scene): void {
  if (scene.laid.size < MAX_LAID) scene.laid.set(at, laid);
  else cannotRead("More is moved about than can be followed.", command, scene);
}

/** @param origin a path of this machine, or a place on another one */
export function layMounted(origin: string, at: string, command: SimpleCommand, scene: Scene): void {
  lay(at, { origin, sort: "mounted", gone: null }, command, scene);
}

export function takeMountAway(at: string, command: SimpleCommand, { laid }: Scene): void {
  const mount = laid.get(at);
  if (mount?.sort === "mounted") laid.set(at, { ...mount, gone: command });
}

/** What a deletion hits by where it came from; a part of it by its old path, one that holds it with all of it. */
export function originsWithin(
  path: string,
  recursive: boolean,
  command: SimpleCommand,
  scene: Scene,
): readonly string[] {
  if (scene.laid.size === 0 || command.where !== "here") return [];
  const whole = /^\*+$/.test(baseName(path)) ? path.slice(0, path.lastIndexOf("/")) || "/" : path;
  const found: string[] = [];
  for (const [at, { origin, sort, gone }] of scene.laid) {
    // Where something is mounted stays.
    if (sort === "mounted" && path === at && !recursive) continue;
    if (gone !== null && goesOnOnlyAfter(gone, command, scene)) continue;
    if (isInside(whole, at)) found.push(`${origin}${path.slice(at.length)}`);
    else if ((recursive || path !== whole) && isInside(at, whole)) {
      found.push(origin);
      scene.laid.delete(at);
    }
  }
  return found;
}
