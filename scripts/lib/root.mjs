import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. Every script works from here, whatever folder it was called in. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** @param {string[]} parts */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

/** A program that npm installed, as a file for Node to run. @param {string} file below node_modules */
export const inModules = (file) => inRoot("node_modules", file);
