import { inputText } from "../../input-text";
import { readShell } from "../../shell/read";
import { cannotRead } from "../code/code-scripts";
import { poisonIn } from "../guard/poison";
import { add, type Scene } from "../scene";
import { type Request, requestsIn, withoutLooks } from "./requests";

/** Tools that set another agent, or this one at a later time, to work, and the field that says at what. */
const TASK_FIELDS: Readonly<Record<string, string>> = {
  Agent: "prompt",
  Task: "prompt",
  SendMessage: "message",
  ScheduleWakeup: "prompt",
  CronCreate: "prompt",
};

/**
 * What the task for an agent tells it to do, as far as words show it: commands given to be run, and acts that nobody does by accident.
 * What it leaves open passes: each call of that agent is judged when it comes.
 */
export function tasks(scene: Scene): void {
  const { tool } = scene.action;
  const field = Object.hasOwn(TASK_FIELDS, tool) ? TASK_FIELDS[tool] : undefined;
  const given = field === undefined ? null : inputText(scene.action, field);
  if (field === undefined || given === null) return;
  scene.field = field;
  const poison = poisonIn(withoutLooks(given), { trust: scene.trust, standing: false });
  if (poison !== null)
    add(scene, "guard-change", "command", tool, poison, `gives an agent a task that ${poison.note}`, {
      what: "instructions",
      poisoned: true,
    });
  const { requests, isAll } = requestsIn(given);
  if (!isAll) cannotRead("The task asks for more than can be read through.", { start: 0, end: given.length }, scene);
  for (const request of requests) judge(request, scene);
}

/** The effects of a command line, with evidence that points into the task. What cannot be read is left to the call itself. */
function judge({ text, start, end, isVerbatim }: Request, scene: Scene): void {
  const before = scene.effects.length;
  const { git, cwd } = scene.action;
  const place = { cwd, home: scene.home, gitRoot: git?.root ?? null, gitBranch: git?.branch ?? null };
  const opaque = scene.opaque.length;
  scene.addReading(readShell(text, place), scene);
  scene.opaque.length = opaque;
  for (let i = before; i < scene.effects.length; i++) {
    const effect = scene.effects[i];
    if (effect === undefined) continue;
    const { evidence } = effect;
    const span = isVerbatim ? { start: evidence.start + start, end: evidence.end + start } : { start, end };
    scene.effects[i] = { ...effect, evidence: { ...evidence, ...span, field: scene.field } };
  }
}
