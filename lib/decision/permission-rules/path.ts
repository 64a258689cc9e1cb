import picomatch from "picomatch";
import { normalise } from "../paths";

/** A gitignore-style path specifier as a test over absolute paths. `home` and `cwd` in normal form. */
export type PathPattern = (path: string, cwd: string, home: string) => boolean;

const OPTIONS = { dot: true, nonegate: true, noext: true, nobrace: true } as const;

/**
 * `//abs`, `~/home`, `/from-the-project`, `./here`, `here`, and bare names at any depth. A pattern that names a directory covers all
 * below it. Case is ignored: a rule that is too wide asks, one that is too narrow lets through.
 */
export function pathPattern(specifier: string): PathPattern {
  const cache = new Map<string, (path: string) => boolean>();
  return (path, cwd, home) => {
    const key = `${cwd}\n${home}`;
    let test = cache.get(key);
    if (test === undefined) {
      if (cache.size > 50) cache.clear();
      test = compile(specifier, cwd, home);
      cache.set(key, test);
    }
    return test(path);
  };
}

function compile(specifier: string, cwd: string, home: string): (path: string) => boolean {
  const globs = globsFor(specifier, cwd, home).flatMap((glob) => [glob, `${glob.replace(/\/+$/, "")}/**`]);
  return picomatch(
    globs.map((glob) => glob.toLowerCase()),
    OPTIONS,
  ) as (path: string) => boolean;
}

function globsFor(specifier: string, cwd: string, home: string): string[] {
  if (specifier.startsWith("//")) return [normaliseGlob(specifier.slice(1))];
  if (specifier === "~" || specifier.startsWith("~/")) return [normaliseGlob(escape(home) + specifier.slice(1))];
  if (specifier.startsWith("/")) return [normaliseGlob(escape(cwd) + specifier), normaliseGlob(specifier)];
  const relative = specifier.replace(/^\.\//, "");
  const here = normaliseGlob(`${escape(cwd)}/${relative}`);
  if (specifier.startsWith("./") || specifier.startsWith("../")) return [here];
  return [here, normaliseGlob(`/**/${relative}`)];
}

const escape = (path: string): string => path.replace(/[*?[\]{}()!\\]/g, "\\$&");
const normaliseGlob = (glob: string): string => normalise(glob.replaceAll("/**/**/", "/**/"));

/** Matching is done on lower case. */
export const comparable = (path: string): string => normalise(path).toLowerCase();
