import { baseName, isInside, normalise, parentOf, resolvePath } from "../paths";
import type { Known } from "../shell/static-output";
import type { Reading, SimpleCommand, Span, Where, Word } from "../shell/types";
import type { Action, Effect, EffectKind, Opaque, TrustLookup } from "../types";
import type { Laid } from "./files/laid";
import type { OwnRepository } from "./git/own-repositories";

/** Where effects are made: what is known of the session, and what this command line did before the call at hand. */
export type Scene = {
  action: Action;
  trust: TrustLookup;
  /** Directories the session works in. */
  roots: readonly string[];
  /** Never null: an unknown home has a stand-in name, so that `~/.ssh` is still a credential store. */
  home: string;
  reading: Reading;
  /** What could not be read, beyond what `reading` says. */
  opaque: Opaque[];
  /** Input field that evidence points into. */
  field: string;
  effects: Effect[];
  /** Files this command line copied delicate content to, by path. */
  tainted: Map<string, Source>;
  /** Files and directories this command line fetched from elsewhere, by path, with where from. */
  fetched: Map<string, string>;
  /** Files that earlier calls of the session wrote to. */
  made: ReadonlySet<string>;
  /** Repositories and worktrees this command line made, by path. */
  repositories: Map<string, OwnRepository>;
  /** Git remotes this command line added or changed, by name. */
  remotes: Map<string, string>;
  /** Settings of git that this command line made, by their names in lower case. */
  gitSettings: Map<string, string>;
  /** Symbolic links this command line made, by path, with what they lead to. */
  links: Map<string, string>;
  /** Copies in the project of what its user keeps elsewhere, by path, with where from (files/own-documents.ts). */
  documents: Map<string, string>;
  /** What this command line moved or mounted somewhere, by path. */
  laid: Map<string, Laid>;
  /** Characters of scripts inside other programs' code that may still be read. */
  scriptBudget: number;
  /** What the evaluation of plain output needs. */
  known: () => Known;
  /** Adds the effects of a command line found inside another program's code. Set by effects-of.ts, so that makers need not import it. */
  addReading: (reading: Reading, scene: Scene) => void;
  /** The effects that a text would have if it were run here, and whether these are all; nothing of it is added. */
  weigh: (script: string) => { effects: readonly Effect[]; isAll: boolean };
};

/** Something delicate that flows into a command. */
export type Source = Span & {
  sort: "credential" | "secret" | "private" | "environment" | "file" | "history";
  label: string;
};

export type Traits = Effect["traits"];

/** An effect maker: adds the effects of one call. */
export type Maker = (command: SimpleCommand, scene: Scene) => void;
/** A maker for programs with such a name, tried for no others. */
export type NamedMaker = { concerns: (name: string) => boolean; make: Maker };

/** Past this many effects, plain reads are no longer worth listing. */
const MAX_READS = 200;

export function add(
  scene: Scene,
  kind: EffectKind,
  targetType: Effect["targetType"],
  target: string | null,
  span: Span,
  note: string,
  traits: Traits = {},
): void {
  if (kind === "read" && scene.effects.length >= MAX_READS) return;
  const evidence = { field: scene.field, start: span.start, end: span.end, note };
  scene.effects.push({ kind, targetType, target, traits, evidence });
}

/** Absolute path of a word, on this machine where a container has it from there; null where it is not known. */
export function pathOf(word: Word, command: SimpleCommand, scene: Scene): string | null {
  if (word.unknownAt !== -1) return null;
  const linked = scene.links.size > 0;
  const named = linked ? upFromLinks(word.value, command.cwd, scene) : resolvePath(word.value, command.cwd, scene.home);
  const path = named === null || !linked ? named : behindLinks(named, scene);
  return path === null || command.mounts.length === 0 ? path : (hostPath(path, command) ?? path);
}

const MAX_DEPTH = 64;

/** `link/..` is above what the link leads to, not above the link. */
function upFromLinks(value: string, cwd: string | null, scene: Scene, step = 0): string | null {
  const at = value.search(/\/\.\.(?:\/|$)/);
  const head = at < 1 || step > MAX_DEPTH ? null : resolvePath(value.slice(0, at), cwd, scene.home);
  if (head === null || baseName(head) === "..") return resolvePath(value, cwd, scene.home);
  const above = parentOf(scene.links.get(head) ?? behindLinks(head, scene));
  return upFromLinks(`${above}${value.slice(at + 3)}`, cwd, scene, step + 1);
}

/** Where a path leads that goes through a link made before; a link itself stays what it is. */
function behindLinks(path: string, { links }: Scene): string {
  for (let at = path.indexOf("/", 1), step = 0; at !== -1 && step < MAX_DEPTH; at = path.indexOf("/", at + 1), step++) {
    const to = links.get(path.slice(0, at));
    if (to !== undefined) return normalise(`${to}/${path.slice(at + 1)}`);
  }
  return path;
}

/** Where a path of this machine hides behind one in a container. */
function hostPath(path: string, { mounts }: SimpleCommand): string | null {
  const mount = mounts.findLast(({ to }) => isInside(path, to));
  return mount === undefined ? null : normalise(`${mount.from}/${path.slice(mount.to.length)}`);
}

/** Where what a path names lies: in a container, what is mounted is on this machine. */
export function whereIs(word: Word, command: SimpleCommand, scene: Scene): Where {
  if (command.mounts.length === 0 || word.unknownAt !== -1) return command.where;
  const path = resolvePath(word.value, command.cwd, scene.home);
  return path !== null && hostPath(path, command) !== null ? "here" : command.where;
}

/** The known directory part of a word whose rest is not known: `/data/$X/y` → `/data`. Null when it begins unknown. */
export function knownParent(word: Word, command: SimpleCommand, scene: Scene): string | null {
  if (word.unknownAt <= 0) return null;
  const head = word.value.slice(0, word.unknownAt);
  const slash = head.lastIndexOf("/");
  if (slash === -1) return command.cwd;
  return resolvePath(slash === 0 ? "/" : head.slice(0, slash), command.cwd, scene.home);
}
