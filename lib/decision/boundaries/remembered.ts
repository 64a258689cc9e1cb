import { plain } from "../sentences";
import { boundariesIn, MAY_FORBID, type Stated } from "../stated-boundaries";

const MAX_MESSAGE = 20_000;
/** The same words come with every call of a session, and reading them takes longer than all else. The oldest go first. */
const KNOWN = new Map<string, readonly Stated[]>();
const MAX_KNOWN = 256;
const NONE: readonly Stated[] = [];

/** A message as it is read: its beginning, with plain signs. */
export const readable = (message: string): string => plain(message.slice(0, MAX_MESSAGE));

/** What a message of the user forbids. */
export function forbiddenIn(message: string): readonly Stated[] {
  const known = KNOWN.get(message);
  if (known !== undefined) return known;
  const text = message.slice(0, MAX_MESSAGE);
  const found = MAY_FORBID.test(text) ? boundariesIn(plain(text)) : NONE;
  if (KNOWN.size >= MAX_KNOWN) KNOWN.delete(KNOWN.keys().next().value as string);
  KNOWN.set(message, found.length === 0 ? NONE : found);
  return found;
}
