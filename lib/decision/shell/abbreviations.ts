import type { Word } from "./types";

/**
 * Programs that take any unambiguous beginning of a long option. Of each: the options that decide what it does, spelled out, behind those
 * that begin like them and stand for themselves.
 */
const OPTIONS = new Map<string, { whole: ReadonlySet<string>; long: readonly string[] }>(Object.entries({
  curl: {
    whole: new Set(["--data", "--form", "--output", "--url", "--user", "--proxy", "--cookie", "--head", "--cert", "--key", "--remote-name", "--request", "--json", "--header", "--config", "--netrc", "--get"]),
    long: ["--data-binary", "--data-raw", "--data-ascii", "--data-urlencode", "--upload-file", "--form-string", "--output-dir", "--remote-name-all", "--insecure", "--unix-socket", "--url-query"],
  },
  wget: {
    whole: new Set(["--quiet", "--output-document", "--header", "--method"]),
    long: ["--post-data", "--post-file", "--body-data", "--body-file", "--output-document", "--header", "--method", "--no-check-certificate", "--directory-prefix", "--input-file", "--execute", "--use-askpass"],
  },
  psql: { whole: new Set(), long: ["--command", "--dbname", "--file", "--host", "--username"] },
  pg_dump: { whole: new Set(), long: ["--dbname", "--file", "--host"] },
  mysql: { whole: new Set(), long: ["--execute", "--host", "--database", "--user"] },
  mariadb: { whole: new Set(), long: ["--execute", "--host", "--database", "--user"] },
})); // prettier-ignore

/** The least that anybody means by it: `--co` may be many things. */
const LEAST = 6;

/** The words with their options spelled out. The same array where nothing is short. */
export function spelledOut(name: string, words: readonly Word[]): readonly Word[] {
  const options = OPTIONS.get(name);
  if (options === undefined || !words.some(({ value }) => value.startsWith("--"))) return words;
  return words.map((word) => {
    if (!word.value.startsWith("--") || word.value.length < LEAST) return word;
    const equals = word.value.indexOf("=");
    const given = equals === -1 ? word.value : word.value.slice(0, equals);
    if (given.length < LEAST || options.whole.has(given)) return word;
    const meant = options.long.filter((option) => option.startsWith(given));
    const [only] = meant;
    if (meant.length !== 1 || only === undefined || only === given) return word;
    const shift = only.length - given.length;
    const unknownAt = word.unknownAt === -1 ? -1 : word.unknownAt + shift;
    return { ...word, value: only + word.value.slice(given.length), unknownAt, verbatimAt: null };
  });
}
