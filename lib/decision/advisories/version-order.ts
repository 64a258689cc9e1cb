/** Orders versions of one ecosystem: below zero when `a` comes first; null when either is no version of it. */
export type VersionOrder = (a: string, b: string) => number | null;

const MAX_VERSION = 256;
const SEMVER = /^[v=]?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([\da-z.-]+))?(?:\+[\da-z.-]+)?$/i;
const PEP440 =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|beta|preview|pre|rc|a|b|c)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(?:post|rev|r)[-_.]?(\d*))?(?:[-_.]?dev[-_.]?(\d*))?(?:\+([a-z\d]+(?:[-_.][a-z\d]+)*))?$/i;

/** Semantic Versioning 2.0.0; missing minor and patch numbers are zero. */
export const semverOrder: VersionOrder = (a, b) => {
  const [left, right] = [SEMVER.exec(a.slice(0, MAX_VERSION)), SEMVER.exec(b.slice(0, MAX_VERSION))];
  if (left === null || right === null) return null;
  for (let i = 1; i <= 3; i++) {
    const order = byNumber(left[i] ?? "0", right[i] ?? "0");
    if (order !== 0) return order;
  }
  const [before, after] = [left[4], right[4]];
  // A version with a pre-release part comes before the one without.
  if (before === undefined || after === undefined) return Number(before === undefined) - Number(after === undefined);
  return byParts(before.split("."), after.split("."), (one, other) => identifiers(one, other));
};

/** Numbers come before words in a pre-release (-1) and after them in a local label (1). */
function identifiers(a: string, b: string, numbersAre: -1 | 1 = -1): number {
  const [x, y] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (x && y) return byNumber(a, b);
  return x === y ? compare(a, b) : x ? numbersAre : -numbersAre;
}

/** PEP 440: epoch, release, pre-release, post-release, development release, local label. */
export const pep440Order: VersionOrder = (a, b) => {
  const [left, right] = [PEP440.exec(a.trim().slice(0, MAX_VERSION)), PEP440.exec(b.trim().slice(0, MAX_VERSION))];
  if (left === null || right === null) return null;
  const epoch = byNumber(left[1] ?? "0", right[1] ?? "0");
  if (epoch !== 0) return epoch;
  const release = byParts(numbers(left[2]), numbers(right[2]), byNumber, "0");
  if (release !== 0) return release;
  const [x, y] = [phases(left), phases(right)];
  for (let i = 0; i < x.length; i++) {
    const order = (x[i] as number) - (y[i] as number);
    if (order !== 0) return order;
  }
  return byParts(labels(left[8]), labels(right[8]), (one, other) => identifiers(one, other, 1));
};

const numbers = (release: string | undefined): string[] => (release ?? "0").split(".");
const labels = (local: string | undefined): string[] => (local === undefined ? [] : local.toLowerCase().split(/[-_.]/));
const PRE: Readonly<Record<string, number>> = { a: 0, alpha: 0, b: 1, beta: 1, c: 2, rc: 2, pre: 2, preview: 2 };

/** Which phase, how far in it; then the post- and the development release. A bare `.dev` comes before every pre-release. */
function phases(match: RegExpExecArray): number[] {
  const [, , , phase, count, short, post, dev] = match;
  const isPost = short !== undefined || post !== undefined;
  const stage = phase === undefined ? (dev !== undefined && !isPost ? -1 : 3) : (PRE[phase.toLowerCase()] ?? 2);
  return [
    stage,
    Number(count ?? 0),
    isPost ? Number(short ?? post ?? 0) : -1,
    dev === undefined ? Number.MAX_SAFE_INTEGER : Number(dev),
  ];
}

function byParts(
  a: readonly string[],
  b: readonly string[],
  order: (x: string, y: string) => number,
  missing?: string,
) {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? missing, b[i] ?? missing];
    if (x === undefined || y === undefined) return Number(x !== undefined) - Number(y !== undefined);
    const found = order(x, y);
    if (found !== 0) return found;
  }
  return 0;
}

/** Of any length: longer numbers are greater. */
function byNumber(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+(?=\d)/, ""), b.replace(/^0+(?=\d)/, "")];
  return x.length - y.length || compare(x, y);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
