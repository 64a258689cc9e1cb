import { pep440Order, semverOrder, type VersionOrder } from "./version-order";

/** What is known of an ecosystem, under the name OSV has for it (without a suffix such as `:3.19`). */
type Ecosystem = {
  /** Null: versions are compared by their text alone. */
  order: VersionOrder | null;
  /** Spellings of one package's name to one. */
  name: (name: string) => string;
};

const lower = (name: string): string => name.toLowerCase();
const same = (name: string): string => name;

const ECOSYSTEMS: ReadonlyMap<string, Ecosystem> = new Map([
  ["PyPI", { order: pep440Order, name: (name) => lower(name).replace(/[-_.]+/g, "-") }],
  ["npm", { order: semverOrder, name: lower }],
  ["crates.io", { order: semverOrder, name: (name) => lower(name).replaceAll("_", "-") }],
  ["Go", { order: semverOrder, name: same }],
  ["Hex", { order: semverOrder, name: lower }],
  ["Pub", { order: semverOrder, name: lower }],
  ["NuGet", { order: null, name: lower }],
  ["Packagist", { order: null, name: lower }],
  ["VSCode", { order: null, name: lower }],
]);

const OTHER: Ecosystem = { order: null, name: same };

export const ecosystemOf = (name: string): Ecosystem => ECOSYSTEMS.get(family(name)) ?? OTHER;

/** `Debian:12` is of the family `Debian`. */
const family = (name: string): string => name.split(":", 1)[0] ?? name;

export const packageKey = (ecosystem: string, name: string): string =>
  `${family(ecosystem)}\n${ecosystemOf(ecosystem).name(name)}`;

/** One way to write a version, for comparing texts: Go's and npm's leading `v` means nothing. */
export const plainVersion = (version: string): string =>
  version
    .trim()
    .toLowerCase()
    .replace(/^[v=]+(?=\d)/, "");
