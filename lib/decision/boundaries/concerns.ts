import { isProduction } from "../effects/phrases";
import { isEnvironment } from "../environments";
import { inputText } from "../input-text";
import type { Action, Effect } from "../types";
import { isAt, type Place } from "./places";

/** What a boundary is about, in the user's words: names and sorts of things, and places. */
export type Named = { objects: readonly string[]; places: readonly Place[] };

/** Words for where something runs: they need not stand in a command, and another of them there says that it is elsewhere. */
const SHOWN = /(?<![a-z])(?:staging|stage|dev|development|test|testing|qa|preview|localhost|127\.0\.0\.1|sandbox|demo|prod|production|prd|live)(?![a-z])/g; // prettier-ignore

type Sort = (effect: Effect, seen: string) => boolean;
const isOf =
  (...sorts: readonly string[]): Sort =>
  ({ traits }) =>
    sorts.includes(String(traits.of ?? ""));
const NETWORK: Sort = ({ kind }) => kind === "fetch" || kind === "send";
const LOOKS_API = /\bapi\b|\/v\d+\//;

/** What users call the things that commands act on. */
const SORTS: readonly (readonly [RegExp, Sort])[] = [
  [/^(?:services?|servers?|daemons?|process(?:es)?|workers?|backend|frontend|apps?|applications?)$/, isOf("service", "container", "process")],
  [/^(?:containers?|docker|compose|podman)$/, isOf("container")],
  [/^(?:databases?|dbs?|data ?base)$/, (effect) => effect.kind === "database-change" || isOf("database")(effect, "")],
  [/^(?:infrastructure|infra|terraform)$/, ({ kind }) => kind === "infrastructure-change" || kind === "cloud-change"],
  [/^(?:dependenc(?:y|ies)|deps|packages)$/, isOf("manifest")],
  [/^clusters?$/, ({ kind }) => kind === "cluster-change"],
  [/^(?:network|internet)$/, NETWORK],
  [/^(?:apis?|endpoints?)$/, (effect, seen) => NETWORK(effect, seen) && LOOKS_API.test(seen)],
]; // prettier-ignore

const sortOf = (object: string): Sort | null => SORTS.find(([words]) => words.test(object))?.[1] ?? null;
export const isSort = (object: string): boolean => sortOf(object) !== null;

/** Whether the effect is about what the user's words name. */
export function concerns({ objects, places }: Named, effect: Effect, action: Action): boolean {
  const wide = effect.kind === "delete" || effect.traits.found === true || effect.target?.includes("*") === true;
  const path = effect.targetType === "path" ? effect.target : null;
  if (path !== null && places.some((place) => isAt(place, path, wide, action))) return true;
  if (path !== null && places.length > 0) return false;
  const seen = seenOf(effect, action);
  const sort = sortOf(objects.findLast(isSort) ?? "");
  const which = objects.filter((object) => sortOf(object) === null || sortOf(object) !== sort);
  if (sort === null) return which.some((object) => isSeen(object, effect, seen));
  if (sort(effect, seen)) return which.every((object) => mayBe(object, effect, seen));
  return path === null && which.some((object) => isSeen(object, effect, seen));
}

function seenOf(effect: Effect, action: Action): string {
  const { field, start, end } = effect.evidence;
  const { text, branch, remote } = effect.traits;
  return [effect.target, text, branch, remote, inputText(action, field)?.slice(start, end)].join(" ").toLowerCase();
}

const SIGN = /[a-z\d]/;
function isSeen(object: string, { traits }: Effect, seen: string): boolean {
  if (isProduction(object)) return traits.production === true || isProduction(seen);
  for (let at = seen.indexOf(object); at !== -1; at = seen.indexOf(object, at + 1)) {
    if (!SIGN.test(seen[at - 1] ?? " ") && !SIGN.test(seen[at + object.length] ?? " ")) return true;
  }
  return false;
}

const PAYMENTS = /stripe|paypal|adyen|braintree|mollie|klarna|razorpay|squareup/;

/** Of the sort that is meant, and nothing says that it is another one: the command names none, or its environment is not told. */
function mayBe(object: string, effect: Effect, seen: string): boolean {
  if (isSeen(object, effect, seen)) return true;
  if (isEnvironment(object)) return (seen.match(SHOWN) ?? []).every((shown) => shown === object);
  if (/^payments?$/.test(object)) return PAYMENTS.test(seen);
  return effect.kind === "everyday" && effect.traits.names === "" && !/^(?:first|next|last|error|errors)$/.test(object);
}
