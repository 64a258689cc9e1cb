import { readShell } from "../../shell/read";
import type { SimpleCommand, Span, Word } from "../../shell/types";
import type { Effect, Evidence } from "../../types";
import { add, type Scene } from "../scene";

/** Command lines that code runs, and what cannot be told of it. All of their evidence is the code they stand in. */

/** Each script costs something by itself, however short. */
const SCRIPT_COST = 200;

/** Whether there is still room to read this, which is taken. */
export function mayRead(text: string, code: Word, scene: Scene): boolean {
  scene.scriptBudget -= text.length + SCRIPT_COST;
  if (scene.scriptBudget < 0) cannotRead("The code runs more than can be read through.", code, scene);
  return scene.scriptBudget >= 0;
}

export function readScript(text: string, code: Word, command: SimpleCommand, scene: Scene): void {
  if (!mayRead(text, code, scene)) return;
  const reading = readShell(text, {
    cwd: command.cwd ?? scene.action.cwd,
    home: scene.home,
    gitRoot: scene.action.git?.root ?? null,
    gitBranch: scene.action.git?.branch ?? null,
  });
  const before = scene.effects.length;
  scene.addReading(reading, scene);
  const { start, end } = code;
  moveEvidence(before, { start, end }, scene);
  for (const { reason, evidence } of reading.opaque)
    scene.opaque.push({ reason, evidence: { ...evidence, field: scene.field, start, end } });
}

/** Gives the effects from this one on evidence at another place. */
export function moveEvidence(from: number, place: Partial<Evidence>, scene: Scene): void {
  for (const effect of scene.effects.splice(from))
    scene.effects.push({ ...effect, evidence: { ...effect.evidence, ...place } });
}

/** What a command line found in a text would do if it were run; where it is too long to tell, that is noted. */
export function weighed(script: string, place: Span, scene: Scene): readonly Effect[] {
  const { effects, isAll } = scene.weigh(script);
  if (!isAll) cannotRead("The text holds a command that is more than can be read through.", place, scene);
  return effects;
}

export function cannotRead(reason: string, { start, end }: Span, scene: Scene): void {
  if (scene.opaque.some((one) => one.reason === reason)) return;
  scene.opaque.push({ reason, evidence: { field: scene.field, start, end, note: reason } });
}

/** Code that runs something in a way that nobody uses who wants it to be seen. */
export const addDisguise = (how: string, code: Word, scene: Scene): void =>
  add(scene, "execute", "command", null, code, `hides what it runs: ${how}`, { disguise: how });
