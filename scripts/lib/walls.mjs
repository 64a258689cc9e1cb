/** @typedef {import("./imports.mjs").Import} Import */

const PURE_FOLDERS = ["lib/policy", "lib/decision"];
const PURE_PACKAGES = ["unbash", "tldts", "git-url-parse", "zod"];
/** Computes from its arguments alone. */
const PURE_NODE_MODULES = ["node:crypto"];

/** Who may not import what, and why. */
const FORBIDDEN = [
  { from: "lib", to: ["server", "app", "components"], why: "lib knows nothing of the planes that use it" },
  { from: "components", to: ["lib/db", "server"], why: "components get their data from pages" },
  { from: "app", to: ["server"], why: "the console runs apart from the data plane" },
  { from: "server", to: ["app", "components"], why: "the data plane runs apart from the console" },
];
const NEVER = { to: ["e2e", "bench", "eval"], why: "nothing that ships needs tests or benchmarks" };
const SHIPPED = ["app", "components", "lib", "server", "middleware.ts"];

/** @param {string} file @param {string} folder */
const isIn = (file, folder) => file === folder || file.startsWith(`${folder}/`);
/** @param {string} file @param {string[]} folders */
const isInAny = (file, folders) => folders.some((folder) => isIn(file, folder));
/** @param {string} file */
const isTest = (file) => /\.test\.tsx?$/.test(file);

/** @param {Import} import_ */
function impurity({ file, to, isPackage }) {
  if (!isInAny(file, PURE_FOLDERS) || isTest(file)) return undefined;
  const isAllowed = isPackage ? [...PURE_PACKAGES, ...PURE_NODE_MODULES].includes(to) : isInAny(to, PURE_FOLDERS);
  return isAllowed ? undefined : "lib/policy and lib/decision are pure";
}

/** @param {Import} import_ */
function crossing({ file, to, isPackage }) {
  if (isPackage) return undefined;
  if (isInAny(file, SHIPPED) && !isTest(file) && isInAny(to, NEVER.to)) return NEVER.why;
  return FORBIDDEN.find((wall) => isIn(file, wall.from) && isInAny(to, wall.to))?.why;
}

/**
 * Imports that go through a wall between folders.
 * @param {Import[]} imports
 * @returns {string[]} one line each
 */
export const findCrossings = (imports) =>
  imports.flatMap((import_) => {
    const why = impurity(import_) ?? crossing(import_);
    return why ? [`${import_.file} imports ${import_.to}: ${why}`] : [];
  });
