import { isInside } from "../../paths";
import { protectedPart } from "../../protected-paths";
import type { SimpleCommand, Span, Word } from "../../shell/types";
import { filesRead, flowInto, secretsPrinted, worst } from "../secrets/flow";
import { fetchedFile, fetcherOf, urlOf } from "../fetched";
import { guardAt } from "../guard/guard-paths";
import { persistenceAt } from "../guard/persistence";
import { leavesBy } from "../network/path-exits";
import { writePlaceOf } from "./places";
import { add, pathOf, whereIs, type Maker, type Scene } from "../scene";

/** One path that would be written. Traits: `place`, `protected` (part of the path), `truncates`, `act`. */
export function addWrite(word: Word, command: SimpleCommand, scene: Scene, act: string, truncates: boolean): void {
  const path = pathOf(word, command, scene);
  if (path === null && command.where === "here" && isStartUpFile(word))
    add(scene, "persist", "path", word.value, word, `writes ${word.value}`, { what: "interpreter-start-up" });
  if (path === null || whereIs(word, command, scene) !== "here") return;
  if (/^\/dev\/(null|stdout|stderr|tty|fd\/\d+|shm\/|pts\/)/.test(path) && !path.startsWith("/dev/pts")) return;
  const own = [...filesRead(command, scene), ...flowInto(command, scene)];
  const printed = secretsPrinted(command);
  writePath(path, word, scene, act, truncates, printed === null ? own : [...own, printed]);
  const origin = contentOrigin(command, scene);
  if (origin !== null && !act.endsWith("link")) scene.fetched.set(path, origin);
}

/** `"$(python3 -m site --user-site)/x.pth"`: wherever Python says that its packages are. */
const isStartUpFile = ({ value, unknownAt, from }: Word): boolean =>
  unknownAt === 0 &&
  /\.pth$|\/(?:user|site)customize\.py$/.test(value) &&
  from.some(({ name }) => /^(?:python[\d.]*|pypy3?|pip3?)$/.test(name));

/** Where the content that a call writes was fetched from; null when it was not. */
function contentOrigin(command: SimpleCommand, scene: Scene): string | null {
  const fetcher = fetcherOf([command]);
  return fetcher === null ? fetchedFile(command, scene) : urlOf(fetcher);
}

/** A key that its owner has nowhere else: whatever is written there, it is gone. */
const IDENTITY = /\/\.ssh\/(?:id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|identity)$/;

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
  const inProject = scene.roots.some((root) => isInside(path, root));
  // The project's own environment is the project's to set up.
  if (persistence !== null && !(inProject && persistence === "interpreter-start-up"))
    add(scene, "persist", "path", path, span, `writes ${path}`, { what: persistence });
  const disk = /^\/dev\/(sd|hd|nvme|disk|rdisk|vd|xvd|mmcblk|mapper|mem|kmem|port)/.test(path);
  const protectedBy = protectedPart(path);
  const replaces = truncates || (IDENTITY.test(path) && (act === "redirect" || act === "edit-tool"));
  add(scene, disk || replaces ? "overwrite" : "write", "path", path, span, `writes ${path}`, {
    place,
    act,
    disk,
    found: path.includes("/**/") || path.endsWith("/*"),
    terminal: /^\/dev\/(pts\/|tty)/.test(path),
    logs: /^\/(private\/)?var\/(log|audit)\//.test(path),
    protected: protectedBy ?? "",
    option: /\/--?[\w-]+=|\/--\w[\w-]*$|\/-rf?$|\/-[a-zA-Z]+ [^/]*$/.test(path),
    inProject,
  });
  if (flow.length > 0) leavesBy(path, flow, span, scene);
  const delicate = worst(flow);
  if (delicate !== null && delicate.sort !== "file") scene.tainted.set(path, delicate);
}

/** `> file` of any command, and the disks it might hit. */
export const redirects: Maker = (command, scene) => {
  for (const { op, target } of command.redirects) {
    if (!op.includes(">") || (op === ">&" && /^\d+-?$/.test(target.value))) continue;
    const empties =
      (op === ">" || op === ">|") &&
      (isBare(command) || command.name === ":" || command.name === "true" || isEmptyEcho(command));
    addWrite(target, command, scene, op === ">>" ? "append" : "redirect", empties);
  }
};

/** A redirect with nothing before it; a group's redirect has the group's commands before it. */
const isBare = ({ name, stdin }: SimpleCommand) => name === "" && stdin.from.length === 0 && stdin.text === null;

const isEmptyEcho = (command: SimpleCommand) =>
  /^(echo|printf|cat)$/.test(command.name) &&
  command.stdin.from.length === 0 &&
  command.stdin.text === null &&
  (command.args.every((arg) => arg.value === "" || arg.value === "-n") || command.args[0]?.value === "/dev/null");
