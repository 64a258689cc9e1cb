import { parse as parseDomain } from "tldts";
import { decodedRuns, percentDecoded } from "../../inner-encodings";
import { MAX_URL_LENGTH, webUrl } from "../network/destinations";
import { holdsSecret } from "../secrets/secret-values";
import { isAbout } from "./address-acts";
import { holdsPeople, tellsPeople } from "./personal-data";
import { isPlaceholder, statesSecret } from "./stated-secrets";

/** What an address takes along. `secret` and `private` leave for nowhere; of a `file` a person says whether it may. */
export type Cargo = { label: string; carries: "secret" | "private" | "file" };

const SECRET: Cargo = { label: "a secret in the address", carries: "secret" };

/** A secret as it is, or encoded once. */
export function carriesSecret(text: string): boolean {
  if (holdsSecret(text)) return true;
  const head = text.slice(0, MAX_URL_LENGTH);
  return holdsSecret(percentDecoded(head)) || decodedRuns(head).some(holdsSecret);
}

/** A secret, a login, people's data, or as much text as no page is named by. */
export function cargoOf(address: string): Cargo | null {
  const text = withoutExamples(address.slice(0, MAX_URL_LENGTH));
  const inner = decodedRuns(text);
  const plain = percentDecoded(text);
  const layers = [spaced(plain), ...inner];
  const url = webUrl(text);
  const isSecret = [text, plain, ...inner].some(holdsSecret) || layers.some(statesSecret);
  if (isSecret || (url !== null && inPieces(url))) return SECRET;
  const login = layers.map(loginIn).find((one) => one !== null);
  if (login) return login;
  if (layers.some(tellsPeople)) return { label: "people's data in the address", carries: "private" };
  if (layers.some(holdsPeople)) return { label: "people's data in the address", carries: "file" };
  if (inner.some(isProse)) return { label: "encoded text in the address", carries: "file" };
  return url !== null && tellsMuch(url) ? { label: "text in the address", carries: "file" } : null;
}

const spaced = (text: string): string => text.replaceAll("+", " ");

/** Made up by those who document the form: never issued, and no secret. */
const EXAMPLES =
  /\bAKIA[0-9A-Z]{9}EXAMPLE\b|\beyJ[\w-]{10,200}\.eyJzdWIiOiIxMjM0NTY3ODkwIi[\w-]{4,200}\.[\w-]{10,200}/g;
export const withoutExamples = (text: string): string => text.replace(EXAMPLES, "");

const PASSWORD = /(?:^|[?&;,{"'\s_.-])(?:pass(?:word|wd|phrase)?|pw|pwd)["']?\s?[=:]\s?["']?([^\s"'&;,}#]{5,200})/i;
const NAME = /(?:^|[?&;,{"'\s])(?:u|user(?:name)?|login|db|host|email)["']?\s?[=:]\s?["']?[^\s"'&;,}]/i;

/** A password that is told, and the more surely one the less it is a word. */
function loginIn(text: string): Cargo | null {
  const value = PASSWORD.exec(text)?.[1];
  if (value === undefined || !/\d/.test(value) || !/[a-z]/i.test(value)) return null;
  if (value.length >= 8 && !isPlaceholder(value)) return SECRET;
  return NAME.test(text) ? { label: "a login in the address", carries: "file" } : null;
}

const MAX_PIECES = 24;
const MAX_PIECE_LENGTH = 24;

/** A secret cut up over the parts of an address, or written backwards. */
function inPieces({ pathname, searchParams }: URL): boolean {
  const values = [...searchParams.values()];
  const segments = pathname.split("/").filter((part) => part !== "");
  return [segments, values].some(isCut) || [...segments, ...values].slice(0, MAX_PIECES).some(isBackwards);
}

function isCut(parts: readonly string[]): boolean {
  if (parts.length < 2 || parts.length > MAX_PIECES || parts.some(({ length }) => length > MAX_PIECE_LENGTH)) return false; // prettier-ignore
  return parts.some((_, from) =>
    parts.some((_part, to) => to > from && holdsSecret(parts.slice(from, to + 1).join(""))),
  );
}

const isBackwards = (part: string): boolean =>
  part.length >= 16 && part.length <= 200 && holdsSecret([...part].reverse().join(""));

const MIN_PROSE = 60;
/** Words or settings, and not an identifier or the state of a page. */
const isProse = (text: string): boolean =>
  text.length >= MIN_PROSE && (text.match(/[A-Za-z]{2,}[ =:]+\S/g) ?? []).length >= 3 && !/^\s*[{[]|https?:/.test(text);

/** Sites that are asked in whole sentences: searches, translators, calculators, forms that a forge fills in beforehand. */
const ASKED = new Set(
  `google bing duckduckgo brave kagi startpage ecosia yandex baidu perplexity stackoverflow stackexchange github gitlab wikipedia
  wolframalpha deepl npmjs crates pypi mozilla youtube reddit arxiv semanticscholar huggingface microsoft apple`.split(
    /\s+/,
  ),
);

const MIN_TEXT = 80;
const MIN_WORDS = 12;

/** A whole sentence or more, to a site that nobody asks in sentences. */
function tellsMuch(url: URL): boolean {
  const told = [...url.searchParams].filter(([, value]) => value.length >= MIN_TEXT && value.split(/\s+/).length >= MIN_WORDS); // prettier-ignore
  if (told.length === 0 || (isAbout(url) && told.every(([name]) => SEARCHES.test(name)))) return false;
  return !ASKED.has(parseDomain(url.hostname).domainWithoutSuffix ?? "");
}
const SEARCHES = /^(?:q|query|search\w*|s|term|keywords?)$/i;
