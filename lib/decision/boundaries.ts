import { concerns } from "./boundaries/concerns";
import { mayBeOrdinaryWork, ordinaryWork } from "./boundaries/ordinary-work";
import { isAt, placesIn } from "./boundaries/places";
import { forbiddenIn, readable } from "./boundaries/remembered";
import { isHandedOn, isToolWork, readsOf, toolWork } from "./boundaries/tool-work";
import { type Bound, EVERYTHING, isBounded } from "./bounds";
import type { Findings } from "./effects/effects-of";
import { quotedCommand } from "./intent";
import { afterLead, isImperative, isNegated, isQuestion, isReport, sentencesOf } from "./sentences";
import { objectsOf, type Stated } from "./stated-boundaries";
import type { Action, Effect } from "./types";

export type Crossing = { bound: Bound; words: string; effect: Effect };

/** Whether any of the user's words forbid anything. */
export const mayForbid = ({ userMessages }: Action): boolean =>
  userMessages.some((message) => forbiddenIn(message).length > 0);

/** The first effect that the user's own words forbid, in any message of the session, unless a later one asks for it after all. */
export function crossedBoundary(action: Action, { effects, reading, nested }: Findings): Crossing | null {
  if (action.userMessages.length === 0) return null;
  const works = reading === null ? isToolWork(action) : mayBeOrdinaryWork(reading);
  const seen = effects.filter(isBounded);
  if ((seen.length === 0 && !works) || !mayForbid(action)) return null;
  let bounded: readonly Effect[] | null = null;
  for (const [at, message] of action.userMessages.entries()) {
    for (const stated of forbiddenIn(message)) {
      const later = action.userMessages.slice(at + 1);
      if (later.length > 0 && quotedCommand(action) !== null) continue;
      bounded ??= reading === null ? [...seen, ...toolWork(action)] : [...seen, ...ordinaryWork([reading, ...nested], action)];
      const effect = bounded.find((one) => forbids(stated, one, action) && !later.some((m) => lifts(m, stated, one, action)));
      if (stated.objects.length === 0 && isHandedOn(stated.bound, action) && !later.some((m) => lifts(m, stated, HANDED_ON, action)))
        return { bound: stated.bound, words: stated.words, effect: HANDED_ON };
      if (effect !== undefined) return { bound: stated.bound, words: stated.words, effect };
    }
  }
  return null;
} // prettier-ignore

const HANDED_ON: Effect = { kind: "everyday", target: null, targetType: "none", traits: {}, evidence: { field: "prompt", start: 0, end: 0, note: "" } }; // prettier-ignore

const MAY_FORBID_READING = /\b(?:read|view|open|look|cat|print)/i;

/** Reading tools change nothing, but a user may not want a file looked at. */
export function crossedByReading(action: Action): Crossing | null {
  if (!action.userMessages.some((message) => MAY_FORBID_READING.test(message))) return null;
  return crossedBoundary(action, { effects: readsOf(action), opaque: [], reading: null, nested: [] });
}

function forbids(stated: Stated, effect: Effect, action: Action): boolean {
  const { bound, objects, places, byHand } = stated;
  if (!bound.covers(effect) || (byHand && effect.traits.of === "manifest")) return false;
  if (stated.outside === true) return effect.targetType === "path" && effect.target !== null && !places.some((place) => isAt(place, effect.target as string, false, action)); // prettier-ignore
  return objects.length + places.length === 0 || concerns(stated, effect, action);
}

/** Names that one gives things: with a digit or sign in them, or a well-known place. "Push the fix" names nothing. */
const NAME = /[\d._/-]|^(?:main|master|prod|production|live|staging|stage|dev|develop|test|qa)$/;
const MAY = /^(?:now )?(?:you (?:can|may|should)|it(?:'s| is) ok(?:ay)? to|feel free to|time to)(?: now)? /i;
const DOES = /^(?:run|do|start|execute|use)$/i;

/** Looking into something changes nothing of what was said about it. */
const LOOKS =
  /^(?:look|read|see|explain|check|show|list|find|search|get|print|display|use|open|compare|review|analy[sz]e|describe|tell|locate|download|fetch|pull|schedule|listen)\b/i;
const CONSENTS =
  /\b(?:go ahead|do it|do that|sounds good|looks good|make the changes?|lgtm|proceed|all good|approved|ship it)\b|^(?:go on|continue)\b/i;

/** "Not yet", "until I have looked": the next word of consent is what it waits for. */
const isTemporary = (words: string): boolean => /\b(?:yet|until|before|first|for now|unless)\b/i.test(words);

/** A request for what was forbidden: "ok, push now". It covers what it names, or all when it names nothing. */
function lifts(message: string, { bound, objects, places, words: said }: Stated, effect: Effect, action: Action): boolean {
  const sentences = sentencesOf(readable(message)).filter(
    ({ text }) => !isNegated(text) && !isQuestion(text) && !isReport({ text, before: "" }),
  );
  if (isTemporary(said) && sentences.some(({ text }) => CONSENTS.test(text))) return true;
  const requests = sentences.flatMap(({ text }) => afterLead(text).replace(MAY, "").split(/,\s*|\s+(?:and|then)\s+/i));
  return requests.some((given) => {
    const request = given.replace(/^(?:go ahead|go on|proceed|continue)?\s*with (?:the )?/i, "");
    if (/^ship it\b/i.test(afterLead(request)) && /^(?:push|deploy|publish|merge)$/.test(bound.name)) return true;
    const asks = isImperative(request) && !LOOKS.test(afterLead(request));
    if (bound === EVERYTHING) return asks || CONSENTS.test(request) || /^(?:implement|refactor|write|try|take|start|continue)\b/i.test(afterLead(request));
    const words = afterLead(request).split(/\s+/);
    const verbs = DOES.test(words[0] ?? "") ? words.slice(1, 5) : words.slice(0, /^force$/i.test(words[0] ?? "") ? 2 : 1);
    const isVerb = verbs.some((word) => bound.verb.test(word.replace(/[.!]+$/, "")));
    if (!isVerb && !(bound.name === "touch" && asks)) return false;
    const named = objectsOf(words.slice(1), bound);
    const path = effect.targetType === "path" ? effect.target : null;
    if (places.length > 0 && path !== null && placesIn(words.slice(1)).some((place) => isAt(place, path, false, action))) return true;
    if (objects.length + places.length > 0) return objects.some((object) => named.includes(object));
    const names = named.filter((object) => NAME.test(object));
    return names.length === 0 || names.some((name) => concerns({ objects: [name], places: [] }, effect, action));
  });
} // prettier-ignore
