import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "./root.mjs";

/** @param {string} file */
const isInput = (file) => !/\.test\.tsx?$/.test(file) && !file.startsWith("lib/db/generated/");

/**
 * Files at or below a path, sorted, relative to the repository.
 * @param {string} start
 * @returns {string[]}
 */
function filesUnder(start) {
  if (!existsSync(inRoot(start))) return [];
  if (!statSync(inRoot(start)).isDirectory()) return [start];
  const entries = readdirSync(inRoot(start), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(inRoot(), path.join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * Hash of the names and contents of all sources.
 * @param {string[]} sources files and folders; missing ones count as empty
 */
export function hashOf(sources) {
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap(filesUnder).filter(isInput))
    hash.update(`\0${file}\0`).update(readFileSync(inRoot(file)));
  return hash.digest("hex");
}

/**
 * Does `work` unless it was done before for the same sources. A work cut short is done again.
 * @param {string} file where the hash is kept
 * @param {string[]} sources
 * @param {() => Promise<unknown>} work
 */
export async function unlessUnchanged(file, sources, work) {
  const stamp = inRoot(file);
  const hash = hashOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
