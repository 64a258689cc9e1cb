import { cannotRead, weighed } from "../code/code-scripts";
import { poisonIn } from "../guard/poison";
import { add, type Scene } from "../scene";
import { requestsIn } from "../tools/requests";
import { ASKED, isNobodys, keptLater } from "./kept";
import { spanOf } from "./span";
import { matchesOf } from "../../matches";

/** Said along with an order to run something, it is no step of a set-up. */
const QUIETLY =
  /\b(?:silently|quietly|suppress (?:the |all |its )?output|in the background|before (?:each|every)|on every)\b/i;

/** What a file tells agents: orders that no honest one gives, and commands that they should run. */
export function instructionsIn(path: string, text: string, scene: Scene): void {
  const poison = poisonIn(text, { trust: scene.trust, standing: true });
  if (poison !== null)
    add(scene, "guard-change", "path", path, poison, `gives agents orders that no user would see through: it ${poison.note}`, { what: "instructions", poisoned: true }); // prettier-ignore
  runByItself(path, text, scene);
  const { requests, isAll } = requestsIn(text);
  if (!isAll) cannotRead("The file asks for more than can be read through.", { start: 0, end: text.length }, scene);
  for (const { text: command, start, end } of requests) {
    const around = text.slice(text.lastIndexOf("\n", start) + 1, end + 80);
    for (const effect of weighed(command, { start, end }, scene)) {
      if (keptLater(effect, ASKED) === null) continue;
      if (effect.kind === "fetch-and-execute" && poison === null && !QUIETLY.test(around) && !isNobodys(effect)) continue;
      scene.effects.push({ ...effect, evidence: { ...effect.evidence, field: scene.field, start, end } });
    }
  }
} // prettier-ignore

/** What stands before the prose: settings of the command, skill or agent that the file is. */
const FRONT = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const HOOKS = /^hooks:/m;
const ANY_COMMAND = /^(?:allowed-)?tools:.{0,500}\bBash\(\s*(?:\*|:\*|\*:\*)\s*\)/m;
const HOOK_COMMAND = /^[ \t]*(?:- +)?command:[ \t]*(\S.*)$/gm;
/** The client runs these before the agent sees the text. */
const AT_ONCE = /(?:^|\s)!`([^`\n]{2,})`/g;
const MAX_COMMANDS = 40;

/** What of such a file runs without the agent's having chosen to: its hooks, and commands whose output it begins with. */
function runByItself(path: string, text: string, scene: Scene): void {
  const front = FRONT.exec(text)?.[1] ?? "";
  const grant = HOOKS.exec(front) ?? ANY_COMMAND.exec(front);
  if (grant !== null) {
    const { start } = spanOf(grant);
    const at = text.indexOf(front) + start;
    const note = grant[0] === "hooks:" ? "gives agents hooks of their own" : "gives agents every command unasked";
    add(scene, "guard-change", "path", path, { start: at, end: at + grant[0].length }, note, { what: "agent-grant" });
  }
  const hooks = matchesOf(front, HOOK_COMMAND);
  const commands = [...hooks, ...matchesOf(text, AT_ONCE)].map(([, command = ""]) => command.replace(/^(["'])(.*)\1$/, "$2")); // prettier-ignore
  for (const command of new Set(commands)) {
    const start = Math.max(0, text.indexOf(command));
    const place = { start, end: start + command.length };
    if (scene.scriptBudget < 0 || commands.length > MAX_COMMANDS) {
      return cannotRead("The file runs more commands by itself than can be read through.", place, scene);
    }
    for (const effect of weighed(command, place, scene))
      if (keptLater(effect, { contained: false, unasked: true }) !== null)
        scene.effects.push({ ...effect, evidence: { ...effect.evidence, field: scene.field, ...place } });
  }
}
