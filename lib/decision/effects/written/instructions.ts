import { add, type Scene } from "../scene";
import { poisonIn } from "../guard/poison";
import { requestsIn } from "../tools/requests";
import { isNobodys, keptLater } from "./kept";

/** Said along with an order to run something, it is no step of a set-up. */
const QUIETLY =
  /\b(?:silently|quietly|suppress (?:the |all |its )?output|in the background|before (?:each|every)|on every)\b/i;

/** What a file tells agents: orders that no honest one gives, and commands that they should run. */
export function instructionsIn(path: string, text: string, scene: Scene): void {
  const poison = poisonIn(text, { trust: scene.trust, standing: true });
  if (poison !== null)
    add(scene, "guard-change", "path", path, poison, `gives agents orders that no user would see through: it ${poison.note}`, { what: "instructions", poisoned: true }); // prettier-ignore
  for (const { text: command, start, end } of requestsIn(text)) {
    const around = text.slice(text.lastIndexOf("\n", start) + 1, end + 80);
    for (const effect of scene.weigh(command)) {
      if (keptLater(effect, false) === null) continue;
      if (effect.kind === "fetch-and-execute" && poison === null && !QUIETLY.test(around) && !isNobodys(effect)) continue;
      scene.effects.push({ ...effect, evidence: { ...effect.evidence, field: scene.field, start, end } });
    }
  }
} // prettier-ignore
