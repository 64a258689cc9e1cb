import { isInside } from "../paths";
import { protectedPart } from "../protected-paths";
import type { SimpleCommand, Span, Word } from "../shell/types";
import { filesRead, flowInto, secretsPrinted, worst } from "./flow";
import { guardAt } from "./guard-paths";
import { persistenceAt } from "./persistence";
import { writePlaceOf } from "./places";
import { add, pathOf, type Maker, type Scene } from "./scene";

/** One path that would be written. Traits: `place`, `protected` (part of the path), `truncates`, `act`. */
export function addWrite(word: Word, command: SimpleCommand, scene: Scene, act: string, truncates: boolean): void {
  const path = pathOf(word, command, scene);
  if (command.where !== "here") return;
  if (path === null) return;
  if (/^\/dev\/(null|stdout|stderr|tty|fd\/\d+|shm\/|pts\/)/.test(path) && !path.startsWith("/dev/pts")) return;
  const own = [...filesRead(command, scene), ...flowInto(command, scene)];
  const printed = secretsPrinted(command);
  writePath(path, word, scene, act, truncates, printed === null ? own : [...own, printed]);
}

export function writePath(
  path: string,
  span: Span,
  scene: Scene,
  act: string,
  truncates: boolean,
  flow: ReturnType<typeof flowInto> = [],
): void {
  const place = writePlaceOf(path, scene);
  const guard = guardAt(path, scene.home);
  if (guard !== null) add(scene, "guard-change", "path", path, span, `changes ${path}`, { what: guard, act });
  const persistence = persistenceAt(path, scene.home);
  if (persistence !== null) add(scene, "persist", "path", path, span, `writes ${path}`, { what: persistence });
  const disk = /^\/dev\/(sd|hd|nvme|disk|rdisk|vd|xvd|mmcblk|mapper|mem|kmem|port)/.test(path);
  const protectedBy = protectedPart(path);
  add(scene, disk || truncates ? "overwrite" : "write", "path", path, span, `writes ${path}`, {
    place,
    act,
    disk,
    terminal: /^\/dev\/(pts\/|tty)/.test(path),
    logs: /^\/(private\/)?var\/(log|audit)\//.test(path),
    protected: protectedBy ?? "",
    inProject: scene.roots.some((root) => isInside(path, root)),
  });
  const delicate = worst(flow);
  if (delicate !== null && delicate.sort !== "file") scene.tainted.set(path, delicate);
}

/** `> file` of any command, and the disks it might hit. */
export const redirects: Maker = (command, scene) => {
  for (const { op, target } of command.redirects) {
    if (!op.includes(">") || (op === ">&" && /^\d+-?$/.test(target.value))) continue;
    const empties =
      (op === ">" || op === ">|") &&
      (command.name === "" || command.name === ":" || command.name === "true" || isEmptyEcho(command));
    addWrite(target, command, scene, op === ">>" ? "append" : "redirect", empties);
  }
};

const isEmptyEcho = (command: SimpleCommand) =>
  /^(echo|printf|cat)$/.test(command.name) &&
  command.stdin.from.length === 0 &&
  command.stdin.text === null &&
  (command.args.every((arg) => arg.value === "" || arg.value === "-n") || command.args[0]?.value === "/dev/null");
