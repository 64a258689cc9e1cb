import { inputText } from "../../input-text";
import { isCredentialStore } from "../../credential-paths";
import { baseName, isInside, resolvePath } from "../../paths";
import { isAgentNote } from "../../protected-paths";
import { CONFIRMED, isAnswered } from "../../shell/frame";
import { producedPaths } from "../../shell/produced";
import type { SimpleCommand, Span, Word } from "../../shell/types";
import { isGuess } from "../../shell/variables";
import { clip } from "../clip";
import { guardWithin } from "../guard/guard-paths";
import { originsWithin } from "./laid";
import { placeOf } from "./places";
import { isSessionsOwn } from "../own";
import { add, knownParent, pathOf, whereIs, type Scene } from "../scene";

/**
 * One path that would go. Traits: `place` (see places.ts), `recursive`, `found` (whatever a search below it finds), `unresolved` (not
 * known before it runs), `sweeping` (a glob, or all of an unknown place), `git` (the repository's own data), `store`
 * (a credential store), `assumed` (a scratch directory by its variable), `irreplaceable` (holds secrets), `own` (outside the project:
 * whether it is the session's), `confirmed` (a person is asked first), `ifEmpty` (the place it is when what is not known is nothing), `where`, `text`.
 */
export function addDelete(word: Word, command: SimpleCommand, scene: Scene, recursive: boolean): void {
  if (word.value === "" && word.unknownAt === -1) return;
  const named = pathOf(word, command, scene) ?? listedPath(word, command, scene);
  if (named === null) return addUnresolved(word, command, scene, recursive);
  // With a slash behind it a link is what it leads to.
  const path = (word.value.endsWith("/") ? scene.links.get(named) : undefined) ?? named;
  const base = path.split("/**/")[0] as string;
  const found = base !== path;
  const name = baseName(path) === "match" ? "files" : baseName(path);
  const text = found ? `${name} below ${base === "" ? "/" : base}` : path;
  const place = placeOf(path, scene);
  add(scene, "delete", "path", path, word, `deletes ${clip(text)}`, {
    place,
    recursive,
    found,
    unresolved: false,
    sweeping: word.glob,
    git: place !== "scratch" && /\/\.git(\/(?!.*\.lock$|hooks\/[\w-]+\.sample$|rebase-(?:merge|apply)$)|$)/.test(path),
    where: whereIs(word, command, scene),
    store: isCredentialStore(path, scene.home),
    assumed: place === "scratch-root" && isVariable(word, scene),
    irreplaceable: HOLDS_SECRETS.test(path) && !isSessionsOwn(path, scene),
    ...((place === "home" || place === "elsewhere") && { own: isAgentNote(path) || isSessionsOwn(path, scene) }),
    ...(isConfirmed(command) && { confirmed: true }),
    text: clip(text),
  });
  addGuardLoss(path, word, "deletes", scene);
  for (const origin of originsWithin(path, recursive, command, scene))
    addOrigin(origin, word, command, scene, recursive);
  if (recursive && command.mounts.length > 0) addMounted(path, word, command, scene);
}

/** `rm -i`, `find -ok`, `xargs -p`. A terminal made for it may give the answers. */
const isConfirmed = (command: SimpleCommand): boolean =>
  command.wrappers.every((one) => one === "xargs" || one === CONFIRMED) &&
  (command.wrappers.includes(CONFIRMED) || (command.name === "rm" && !isAnswered(command) && asksFirst(command)));

/** The last of `-i` and `-f` counts. One call may have thousands of operands, so it is looked at once. */
function asksFirst(command: SimpleCommand): boolean {
  let asks = ASKS.get(command);
  if (asks === undefined) {
    const flags = command.args.map(({ value }) => value).filter((value) => value.startsWith("-"));
    asks = flags.every((flag) => /^-[rRvdfi]+$/.test(flag)) && /i[^f]*$/.test(flags.join(""));
    ASKS.set(command, asks);
  }
  return asks;
}
const ASKS = new WeakMap<SimpleCommand, boolean>();

/** `$TMPDIR` is taken for what everybody shares; it may well be the session's own. */
const isVariable = ({ start, end }: Word, { action }: Scene): boolean =>
  /\$\{?TMPDIR\b/.test((inputText(action, "command") ?? "").slice(start, end));

/** Files with secrets stand in no repository: what is in them is written down nowhere else. */
const HOLDS_SECRETS = /\/(?:\.env(?:\.(?:local|production|prod|staging|development|dev|secret))?|\.?secrets?\.(?:json|ya?ml|txt|toml|env|ini)|credentials\.(?:json|ya?ml))$/; // prettier-ignore

/** A guard's settings or programs that go away: deleted, moved or closed to it. */
export function addGuardLoss(path: string, span: Span, deed: string, scene: Scene): void {
  const guard = guardWithin(path, scene.home);
  if (guard === null || placeOf(path, scene).startsWith("scratch")) return;
  add(scene, "guard-change", "path", path, span, `${deed} ${clip(path)}`, { what: guard, act: "delete" });
}

/** What was moved or mounted there goes with it; what is no path is on another machine. */
function addOrigin(origin: string, word: Word, command: SimpleCommand, scene: Scene, recursive: boolean): void {
  if (origin.startsWith("/"))
    return addDelete({ ...word, value: origin, unknownAt: -1 }, command, { ...scene, laid: new Map() }, recursive);
  add(scene, "delete", "path", origin, word, `deletes ${clip(origin)}, which is mounted there`, {
    place: "elsewhere", recursive, found: false, unresolved: false, sweeping: word.glob, git: false, where: "here", text: clip(origin),
  }); // prettier-ignore
}

/** Deleting a container's directory deletes what is mounted below it. */
function addMounted(path: string, word: Word, command: SimpleCommand, scene: Scene): void {
  for (const { from, to } of command.mounts) {
    if (to === path.replace(/\/\*$/, "") || !isInside(to, path.replace(/\/\*$/, "") || "/")) continue;
    addDelete({ ...word, value: from }, { ...command, where: "here", mounts: [] }, scene, true);
  }
}

/** `rm $(find build -name '*.o')`: a glob over what the substitution lists. */
export function listedPath(word: Word, command: SimpleCommand, scene: Scene): string | null {
  const listed = word.unknownAt === 0 ? producedPaths(word.from, scene.known()) : null;
  return listed === null ? null : resolvePath(listed, command.cwd, scene.home);
}

/** `docker exec api rm -rf node_modules tmp/cache/*`: wherever that container works, it is what is called so there. */
const isNamedInside = ({ value, unknownAt }: Word, { where }: SimpleCommand): boolean =>
  where === "container" && unknownAt === -1 && /^[\w@][\w@.-]*(?:\/[\w@][\w@.-]*)*(?:\/\*?)?$/.test(value);

/** `dir/$X`, `dir/$(list)/`: nothing of the last part is known, not even that there is one. */
const isWholePart = (word: Word): boolean =>
  word.value[word.unknownAt - 1] === "/" &&
  (isGuess(word) ? /^[^/]*\/*\**$/ : UNKNOWN_PART).test(word.value.slice(word.unknownAt));
const UNKNOWN_PART = /^(?:\$(?:\w+|\{[^}]*\}|\(.*\)|[@*])|`.*`)\/*\**$/s;

function addUnresolved(word: Word, command: SimpleCommand, scene: Scene, recursive: boolean): void {
  const parent = knownParent(word, command, scene);
  const text = clip(word.value);
  add(scene, "delete", "path", null, word, `deletes ${text}, which is only known when it runs`, {
    place: parent === null ? "unknown" : placeOf(`${parent}/x`, scene),
    recursive,
    found: false,
    unresolved: !isNamedInside(word, command),
    sweeping: word.unknownAt === 0 && /^\$\{?[\w:?!-]+\}?"?\/?\**$|[`)]\/?\*?$|\/\*$/.test(word.value),
    ...(parent !== null && isWholePart(word) && { ifEmpty: placeOf(parent, scene) }),
    git: false,
    where: command.where,
    text,
  });
}
