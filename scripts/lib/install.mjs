import { existsSync, readFileSync } from "node:fs";
import { inRoot } from "./root.mjs";
import { mustRun } from "./run.mjs";
import { step } from "./say.mjs";

/** @param {string} file */
const packagesIn = (file) => JSON.parse(readFileSync(inRoot(file), "utf8")).packages;

/**
 * Whether node_modules holds what the lock names, from the list npm keeps of what it installed.
 * Optional packages may be absent (other platforms' binaries).
 */
export function isInstalled() {
  if (!existsSync(inRoot("node_modules/.package-lock.json"))) return false;
  const installed = packagesIn("node_modules/.package-lock.json");
  return Object.entries(packagesIn("package-lock.json")).every(([where, wanted]) => {
    if (where === "") return true;
    const found = installed[where];
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  });
}

/** Installs the packages of the lock where they are missing or differ. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  // Also with NODE_ENV=production: the console is built here, with its types.
  await step("Installing packages (npm ci)", () => mustRun("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]));
}
