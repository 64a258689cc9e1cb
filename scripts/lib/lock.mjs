import { readFileSync } from "node:fs";
import { inRoot } from "./root.mjs";

/** @typedef {Record<string, { optionalDependencies?: Record<string, string> }>} Packages */

/** Where npm looks for a dependency of the package at `where`: beside it, then further out. @param {string} where */
function* placesFor(where) {
  for (let folder = where; ;) {
    yield folder ? `${folder}/node_modules/` : "node_modules/";
    if (!folder) return;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")));
  }
}

/**
 * Optional dependencies without an entry in the lock. npm leaves them out silently when a registry does not have them,
 * and on the platform that needs one `npm ci` fails.
 * @param {Packages} packages
 * @returns {string[]} one line each
 */
export const findMissing = (packages) =>
  Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => ![...placesFor(where)].some((place) => packages[place + name]))
      .map((name) => `${where || "package.json"} needs ${name} ${optionalDependencies[name]}`),
  );

export const checkLock = () => findMissing(JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8")).packages);
