import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./root.mjs";

const FOLDERS = ["app", "bench", "bin", "components", "e2e", "eval", "lib", "server"];
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^;"']*?from\s*["']([^"'\s]+)["']|(?:(?:^|\n)\s*import\s*|\bimport\s*\(\s*)["']([^"'\s]+)["']/g;

/** Comments that stand on lines of their own, as ours do. */
const COMMENT_LINE = /^[ \t]*(?:\/\/|\/?\*).*$/gm;

/** @typedef {{ file: string, to: string, isPackage: boolean }} Import paths are relative to the repository */

/** Every TypeScript file of ours. @returns {string[]} */
export const sourceFiles = (root = ROOT) =>
  FOLDERS.filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(folder, String(name))),
    )
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("lib/db/generated/"))
    .concat(existsSync(path.join(root, "middleware.ts")) ? ["middleware.ts"] : []);

/**
 * What one file imports, types included.
 * @param {string} file
 * @param {string} text
 * @returns {Import[]}
 */
export const importsOf = (file, text) =>
  [...text.replace(COMMENT_LINE, "").matchAll(IMPORT)].map(([, from, bare]) =>
    resolve(file, /** @type {string} */ (from ?? bare)),
  );

/** @param {string} file @param {string} specifier @returns {Import} */
function resolve(file, specifier) {
  if (specifier.startsWith("@/")) return { file, to: specifier.slice(2), isPackage: false };
  if (specifier.startsWith(".")) return { file, to: path.join(path.dirname(file), specifier), isPackage: false };
  const name = specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1);
  return { file, to: name.join("/"), isPackage: true };
}

/** Reads all of our sources. @returns {{ file: string, text: string, imports: Import[] }[]} */
export const readSources = (root = ROOT) =>
  sourceFiles(root)
    .filter((file) => statSync(path.join(root, file)).isFile())
    .map((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      return { file, text, imports: importsOf(file, text) };
    });
