import { readingsOf, type Reading } from "../../acting-files";
import { type Change, changesOf } from "../../edits";
import type { Effect, Opaque } from "../../types";
import { filesWritten } from "../files/files-written";
import { cannotRead, weighed } from "../code/code-scripts";
import { pipelineText } from "../packages/pipelines";
import { add, type Maker, pathOf, type Scene } from "../scene";
import { agentSettingsIn } from "./agent-settings";
import { commandsIn } from "./commands";
import { dependenciesIn } from "./dependencies";
import { definitionsIn, manifestsIn } from "./definitions";
import { instructionsIn } from "./instructions";
import { keptLater } from "./kept";
import { isPlainChange } from "./plain-settings";
import type { Passage } from "./readers";
import { ownersIn, pipelineChecks } from "./pipeline-checks";
import { servicesIn } from "./services";
import { lockedIn, sourcesIn } from "./sources";
import { uncheckedIn } from "./unchecked";

/** Characters of one edit that are read; of a lock file, which is long and simple, more. */
const MAX_TEXT = 65_536;
const MAX_LOCK = 4_194_304;

/** What an edit puts into a file that acts by itself. What stood there before is not this edit's doing. */
export function writtenText(
  path: string,
  scene: Scene,
  changes: readonly Change[] = changesOf(scene.action),
): Opaque[] {
  const readings = readingsOf(path);
  if (readings.length === 0) return [];
  if (changes.length > 0 && changes.every((change) => isPlainChange(path, change))) markPlain(path, scene);
  const longest = readings.includes("lock") ? MAX_LOCK : MAX_TEXT;
  return changes.flatMap(({ field, before, after }): Opaque[] => {
    if (after.length > longest) return [tooLong(field)];
    const known = before === null ? [] : effectsIn(path, before.slice(0, longest), field, readings, scene).effects;
    const { effects, isAll } = effectsIn(path, after, field, readings, scene);
    for (const effect of effects) if (!known.some((old) => isSame(old, effect))) scene.effects.push(effect);
    return isAll ? [] : [tooLong(field)];
  });
}

/** The file stays one that a person has to look at; this change of it does not need that (rules/posture.ts). */
function markPlain(path: string, { effects }: Scene): void {
  for (const [i, effect] of effects.entries())
    if (effect.kind === "write" && effect.target === path)
      effects[i] = { ...effect, traits: { ...effect.traits, plain: true } };
}

const TOO_LONG = "The edit is too long to be read through, and what it writes acts by itself.";
const tooLong = (field: string): Opaque => ({
  reason: TOO_LONG,
  evidence: { field, start: 0, end: 0, note: TOO_LONG },
});

/** Judged elsewhere, where a command line writes them. */
const ELSEWHERE: ReadonlySet<Reading> = new Set(["pipeline", "instructions"]);

/** The same for what a command line writes, as far as its content is known. */
export const writtenFiles: Maker = (command, scene) => {
  for (const file of filesWritten(command)) {
    const path = pathOf(file, command, scene);
    const text = path === null ? undefined : scene.reading.files.get(path);
    if (path === null || text === undefined || command.where !== "here") continue;
    if (isPlainChange(path, { field: scene.field, before: null, after: text })) markPlain(path, scene);
    const readings = readingsOf(path).filter((reading) => !ELSEWHERE.has(reading));
    const { effects, isAll } = effectsIn(path, text.slice(0, MAX_TEXT), scene.field, readings, scene);
    if (readings.length > 0 && (!isAll || text.length > MAX_TEXT)) cannotRead(TOO_LONG, file, scene);
    for (const effect of effects)
      scene.effects.push({ ...effect, evidence: { ...effect.evidence, start: file.start, end: file.end } });
  }
};

const isSame = (a: Effect, b: Effect): boolean =>
  a.kind === b.kind && a.target === b.target && a.evidence.note === b.evidence.note;

/** What is not a command line, by the kind of file. */
const SPECIAL: Partial<Record<Reading, (path: string, text: string, scene: Scene) => void>> = {
  pipeline: (path, text, scene) => {
    pipelineText(path, text, (line) => placeOf(line, text), scene);
    pipelineChecks(path, text, scene);
  },
  sources: (path, text, scene) => {
    sourcesIn(path, text, scene);
    dependenciesIn(path, text, scene);
  },
  connections: uncheckedIn,
  lock: (_, text, scene) => lockedIn(text, scene),
  owners: ownersIn,
  definitions: definitionsIn,
  manifests: manifestsIn,
  agents: agentSettingsIn,
  instructions: instructionsIn,
  services: servicesIn,
};

function effectsIn(
  path: string,
  text: string,
  field: string,
  readings: readonly Reading[],
  outer: Scene,
): { effects: readonly Effect[]; isAll: boolean } {
  const scene: Scene = { ...outer, field, effects: [], opaque: [] };
  let isAll = true;
  for (const reading of readings) {
    SPECIAL[reading]?.(path, text, scene);
    const found = commandsIn(text, reading);
    isAll &&= found.isAll;
    for (const passage of found.passages) wouldRun(passage, { path, text, reading }, scene);
  }
  return { effects: scene.effects, isAll: isAll && scene.opaque.length === 0 };
}

function placeOf(line: string, text: string) {
  const start = text.indexOf(line);
  return { start, end: start + line.length };
}

/** What these run, they run in containers. */
const CONTAINED: ReadonlySet<Reading> = new Set(["image", "services", "pipeline", "platform"]);

/** Set-up of tests, manifests that are code, hooks and start-up: nobody calls for what they run. */
const UNASKED: ReadonlySet<Reading> = new Set(["python", "javascript", "ruby", "script"]);
/** Of a package's scripts those that come with an install or a publication. */
const LIFECYCLE =
  /"(?:(?:pre|post)?install|(?:pre|post)?prepare|prepublish(?:Only)?|(?:pre|post)pack|dependencies|(?:pre|post)[\w-]*(?:install|update|autoload)[\w-]*)"\s*:\s*\[?\s*$/;

const isUnasked = ({ path, text, reading }: File, start: number): boolean =>
  UNASKED.has(reading) ||
  (reading === "strings" &&
    /\/(?:package|composer)\.json$/.test(path) &&
    LIFECYCLE.test(text.slice(Math.max(0, start - 200), start)));

type File = { path: string; text: string; reading: Reading };

function wouldRun({ command, start, end }: Passage, file: File, scene: Scene): void {
  const { path, text, reading } = file;
  const runs = { contained: CONTAINED.has(reading), unasked: isUnasked(file, start) };
  for (const effect of weighed(command, { start, end }, scene)) {
    const kept = keptLater(effect, runs);
    if (kept === null) continue;
    const { evidence } = effect;
    const span = command === text ? { start: evidence.start, end: evidence.end } : { start, end };
    if (kept === "as-is") scene.effects.push({ ...effect, evidence: { ...evidence, ...span, field: scene.field } });
    else if (reading !== "pipeline") {
      const note = `makes a build run code from ${kept.build}`;
      add(scene, "guard-change", "path", path, span, note, { what: "pipeline-code" });
    }
  }
}
