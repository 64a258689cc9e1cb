import { type Bound, isBounded } from "./bounds";
import { inputText } from "./input-text";
import { quotedCommand } from "./intent";
import { afterLead, isNegated, isQuestion, isReport, plain, sentencesOf } from "./sentences";
import { boundariesIn, objectsOf, type Stated } from "./stated-boundaries";
import type { Action, Effect } from "./types";

export type Crossing = { bound: Bound; words: string; effect: Effect };

const MAX_MESSAGE = 20_000;
/** No boundary is stated without one of these; most messages hold none. */
const MAY_FORBID =
  /n.?t\b|\b(?:no|not|never|nothing|nobody|cannot|can not|must|stop|without|avoid|refrain|hold off)\b/i;

/** The first effect that the user's own words forbid, in any message of the session, unless a later one asks for it after all. */
export function crossedBoundary(action: Action, effects: readonly Effect[]): Crossing | null {
  if (action.userMessages.length === 0) return null;
  const bounded = effects.filter(isBounded);
  if (bounded.length === 0) return null;
  if (!action.userMessages.some((message) => MAY_FORBID.test(message))) return null;
  const messages = action.userMessages.map((message) => plain(message.slice(0, MAX_MESSAGE)));
  for (const [at, message] of messages.entries()) {
    for (const stated of boundariesIn(message)) {
      const later = messages.slice(at + 1);
      if (later.length > 0 && quotedCommand(action) !== null) continue;
      const effect = bounded.find((one) => forbids(stated, one, action) && !later.some((m) => lifts(m, stated, one, action)));
      if (effect !== undefined) return { bound: stated.bound, words: stated.words, effect };
    }
  }
  return null;
} // prettier-ignore

const forbids = ({ bound, objects }: Stated, effect: Effect, action: Action): boolean =>
  bound.covers(effect) && (objects.length === 0 || objects.some((object) => concerns(object, effect, action)));

const PRODUCTION = /(?:^|[^a-z])(?:prod|production|prd|live)(?:[^a-z]|$)/;

/** Whether the effect is about what the user's word names. */
function concerns(object: string, effect: Effect, action: Action): boolean {
  const { field, start, end } = effect.evidence;
  const { text, branch, remote, production } = effect.traits;
  const seen = [effect.target, text, branch, remote, inputText(action, field)?.slice(start, end)].join(" ").toLowerCase();
  if (PRODUCTION.test(object)) return production === true || PRODUCTION.test(seen);
  return seen.includes(object);
} // prettier-ignore

/** Names that one gives things: with a digit or sign in them, or a well-known place. "Push the fix" names nothing. */
const NAME = /[\d._/-]|^(?:main|master|prod|production|live|staging|stage|dev|develop|test|qa)$/;
const MAY = /^(?:now )?(?:you (?:can|may|should)|it(?:'s| is) ok(?:ay)? to|feel free to|time to)(?: now)? /i;
const DOES = /^(?:run|do|start|execute|use)$/i;

/** A request for what was forbidden: "ok, push now". It covers what it names, or all when it names nothing. */
function lifts(message: string, { bound, objects }: Stated, effect: Effect, action: Action): boolean {
  const requests = sentencesOf(message)
    .filter(({ text }) => !isNegated(text) && !isQuestion(text) && !isReport({ text, before: "" }))
    .flatMap(({ text }) => afterLead(text).replace(MAY, "").split(/,\s*|\s+(?:and|then)\s+/i));
  return requests.some((request) => {
    const words = afterLead(request).split(/\s+/);
    const verbs = DOES.test(words[0] ?? "") ? words.slice(1, 5) : words.slice(0, /^force$/i.test(words[0] ?? "") ? 2 : 1);
    if (!verbs.some((word) => bound.verb.test(word.replace(/[.!]+$/, ""))) && bound.needsObject !== true) return false;
    const named = objectsOf(words.slice(1));
    if (objects.length > 0) return objects.some((object) => named.includes(object));
    const names = named.filter((object) => NAME.test(object));
    return names.length === 0 || names.some((name) => concerns(name, effect, action));
  });
} // prettier-ignore
