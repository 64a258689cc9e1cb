import { FACTS, FLAGS, KINDS } from "./effect-words";

/** A name that nobody has put into words yet. */
const plain = (name: string): string => name.replaceAll(/[-_]+/g, " ");

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

export const kindWords = (kind: string): string => own<string>(KINDS, kind) ?? plain(kind);

/** `label` is null for what is simply so. */
export type SaidFact = { label: string | null; words: string };

/** A fact of an effect as a reader says it. */
export function factWords(name: string, value: string | boolean | number): SaidFact {
  const flag = value === true ? own(FLAGS, name) : undefined;
  if (flag !== undefined) return { label: null, words: flag };
  const fact = own(FACTS, name);
  return { label: fact?.label ?? plain(name), words: valueWords(value, fact?.values) };
}

/** Only facts whose values are names have words for them; others hold paths, addresses and the like, which stay as they are. */
function valueWords(value: string | boolean | number, values: Readonly<Record<string, string>> | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = String(value);
  if (values === undefined) return text;
  return own(values, text) ?? (/^[a-z\d-]+$/.test(text) ? plain(text) : text);
}
