import { decodedRuns, percentDecoded } from "./inner-encodings";
import { matchesOf } from "./matches";

/** Layers of encoding that are taken off: what is wrapped more often, no redirect unwraps either. */
const MAX_LAYERS = 5;
const OUTER = /^[a-z][a-z\d+.-]*:[/\\]*[^/\\?#]*/i;
const WEB_SCHEME = /(?:https?|wss?|ftp)$/i;
const ANY_SCHEME = /[a-z][a-z\d+.-]*$/i;
/** Longer than any scheme: keeps the look back from a colon short. */
const SCHEME_CHARACTERS = 24;
/** An address within a larger text: its host ends at more characters than its path. */
const ADDRESS = /^[^\s"'`<>&|{}^(),;/\\?#]+[^\s"`<>&|{}^]*/;

/**
 * The URLs that another URL carries in its path, query or fragment, each in WHATWG normal form: where a redirect, a
 * proxy or a fetch on the other side would go. Percent-encoding (repeated), base64 and base64url are seen through, as are
 * backslashes, missing slashes, values without a scheme (`?next=//host`) and URLs within carried URLs.
 */
export function innerDestinations(url: string): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  let layer = [stripped(url).trim().replace(OUTER, "")];
  for (let depth = 0; depth < MAX_LAYERS; depth++) {
    const fresh = layer.filter((text) => !seen.has(text));
    for (const text of fresh) {
      seen.add(text);
      for (const destination of destinationsIn(text)) found.add(destination);
    }
    // A decoded run stands where a value stands.
    layer = fresh.flatMap((text) => [percentDecoded(text), ...decodedRuns(text).map((run) => `=${run}`)]).map(stripped);
  }
  return [...found];
}

/** All starts first, so that each address ends where the next begins: nesting costs nothing. */
function destinationsIn(text: string): string[] {
  const starts = [...absolute(text), ...schemeless(text)].sort((one, other) => one.from - other.from);
  return starts.flatMap(({ scheme, rest }, index) => {
    const [address] = ADDRESS.exec(text.slice(rest, starts[index + 1]?.from)) ?? [];
    return address === undefined ? [] : (normal(`${scheme}://${address}`) ?? []);
  });
}

/** `from` is where the address begins, `rest` where its host does. */
type Start = { from: number; rest: number; scheme: string };

/** Of the web's own schemes, browsers make do with one slash, or a backslash. */
function* absolute(text: string): Generator<Start> {
  for (const { 0: slashes, index } of matchesOf(text, /:[/\\]+/g)) {
    const before = text.slice(Math.max(0, index - SCHEME_CHARACTERS), index);
    const [scheme] = WEB_SCHEME.exec(before) ?? (slashes.startsWith("://") ? ANY_SCHEME.exec(before) : null) ?? [];
    if (scheme) yield { from: index - scheme.length, rest: index + slashes.length, scheme };
  }
}

/** Only as a value: within a path, two slashes are merely untidy. A name without a dot may as well be a file share. */
function* schemeless(text: string): Generator<Start> {
  for (const { 0: slashes, index } of matchesOf(text, /(?<=[=?&#])[/\\]{2,}(?=[^/\\?#&\s]*[.\]])/g))
    yield { from: index, rest: index + slashes.length, scheme: "https" };
}

/** Without what browsers drop, and what JSON may write before a slash. */
const stripped = (text: string) => text.replace(/[\t\n\r]/g, "").replace(/(?<![=?&#])\\\//g, "/");

const normal = (text: string): string | null => (URL.canParse(text) ? new URL(text).href : null);
