import { readFileSync } from "node:fs";
import { inRoot } from "./root.mjs";
import { Failure } from "./say.mjs";

/** @param {string} version e.g. "20.19" or "v20.20.2" */
const parse = (version) =>
  version
    .replace(/^[^\d]*/, "")
    .split(".")
    .map(Number);

/**
 * @param {string} version
 * @param {string} least
 */
export function isAtLeast(version, least) {
  const have = parse(version);
  for (const [i, part] of parse(least).entries()) if ((have[i] ?? 0) !== part) return (have[i] ?? 0) > part;
  return true;
}

/** @throws Failure */
export function checkNodeVersion() {
  const { engines } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  if (!isAtLeast(process.version, engines.node))
    throw new Failure(`needs Node.js ${engines.node}; this is ${process.version}`);
}
