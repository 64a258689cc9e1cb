import { normalise, parentOf } from "../../paths";
import { matchesOf } from "../../matches";

/** The other files that code brings in by itself, as the paths they may have. */

/** Languages by the endings of their files. */
const ENDINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    python: "py", node: "js mjs cjs jsx ts mts cts tsx", ruby: "rb", perl: "pl pm t", php: "php", lua: "lua", Rscript: "R r", julia: "jl", elixir: "exs ex", go: "go", crystal: "cr", dart: "dart", cargo: "rs", swift: "swift", java: "java groovy gradle", kotlin: "kt kts", groovy: "gvy", emacs: "el",
  }).flatMap(([language, endings]) => endings.split(" ").map((ending) => [ending, language] as const)),
); // prettier-ignore

const ENDING = /\.(\w{1,6})$/;
export const languageOfFile = (path: string): string | null => ENDINGS.get(ENDING.exec(path)?.[1] ?? "") ?? null;

type Imports = {
  /** Each has the name of a module or a path in its first group that took part. */
  patterns: readonly RegExp[];
  endings: readonly string[];
};

const PYTHON: Imports = {
  patterns: [
    /(?:^|[\n;])[ \t]{0,20}from[ \t]{1,3}([\w.]{1,120})[ \t]{1,3}import\b/g,
    /(?:^|[\n;])[ \t]{0,20}import[ \t]{1,3}([\w.]{1,120})/g,
    /\b(?:import_module|__import__|run_path|run_module|execfile|spec_from_file_location|SourceFileLoader)\s?\(\s?(?:["'][\w.]{1,60}["']\s?,\s?)?["']([^"'\n]{1,200})["']/g,
    /\b(?:exec|compile)\s?\(\s?open\s?\(\s?["']([^"'\n]{1,200})["']/g,
  ],
  endings: [".py", "/__init__.py", "/__main__.py"],
};
const SCRIPT: Imports = {
  patterns: [
    /\brequire(?:\.resolve)?\s?\(\s?["'`]([./][^"'`\n]{0,200})["'`]/g,
    /\b(?:from|import)\s{0,3}\(?\s{0,3}["'`](?:file:\/\/)?([./][^"'`\n]{0,200})["'`]/g,
  ],
  endings: [".js", ".ts", ".mjs", ".cjs", ".tsx", ".jsx", ".mts", "/index.js", "/index.ts", "/mod.ts"],
};
const named = (pattern: RegExp, ...endings: readonly string[]): Imports => ({ patterns: [pattern], endings }); // prettier-ignore
const LUA = named(/\b(?:require|dofile|loadfile)\s?\(?\s?["']([^"'\n]{1,200})["']/g, ".lua");

const IMPORTS: Readonly<Record<string, Imports>> = {
  python: PYTHON, node: SCRIPT, deno: SCRIPT, bun: SCRIPT, tsx: SCRIPT, "ts-node": SCRIPT,
  ruby: named(/\b(?:require(?:_relative)?|load)\s?\(?\s?["']([^"'\n]{1,200})["']/g, ".rb"),
  perl: named(/\b(?:require|do)\s?\(?\s?["']([./][^"'\n]{0,200})["']/g, ".pl", ".pm"),
  php: named(/\b(?:require|include)(?:_once)?\s?\(?\s?(?:__DIR__\s?\.\s?)?["']([^"'\n]{1,200})["']/g),
  lua: LUA, luajit: LUA,
  Rscript: named(/\bsource\s?\(\s?["']([^"'\n]{1,200})["']/g),
  julia: named(/\binclude\s?\(\s?["']([^"'\n]{1,200})["']/g),
  elixir: named(/\bCode\.(?:require_file|eval_file|compile_file)\s?\(?\s?["']([^"'\n]{1,200})["']/g),
}; // prettier-ignore

/** The modules and files that code names, each once. */
export function importsIn(text: string, language: string): ReadonlySet<string> {
  const imports = Object.hasOwn(IMPORTS, language) ? (IMPORTS[language] as Imports) : null;
  const patterns = imports?.patterns ?? [];
  return new Set(patterns.flatMap((pattern) => matchesOf(text, pattern).map((match) => match[1] as string)));
}

/**
 * The paths that a module of this name may have.
 * @param directories where it is looked for: the code's own, and where the program was started
 */
export function modulePaths(name: string, language: string, directories: readonly string[]): string[] {
  const imports = Object.hasOwn(IMPORTS, language) ? (IMPORTS[language] as Imports) : SCRIPT;
  const isModule = language === "python" && !/[/]|\.py$/.test(name);
  const path = isModule ? name.replace(/^\.+/, "").replaceAll(".", "/") : name;
  const bases = path.startsWith("/") ? [path] : directories.map((directory) => `${directory}/${path}`);
  // TypeScript names its files as they are called once they are built.
  const source = imports === SCRIPT ? bases.map((base) => base.replace(/\.([cm]?)js$/, ".$1ts")) : [];
  return [...bases, ...source, ...bases.flatMap((base) => imports.endings.map((ending) => base + ending))].map(normalise);
} // prettier-ignore

/** Where a file's own modules are looked for. */
export const directoriesOf = (path: string | null, cwd: string | null): string[] =>
  [path === null ? null : parentOf(path), cwd, cwd === null ? null : `${cwd}/src`].filter((one) => one !== null);
