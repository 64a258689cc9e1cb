import { globsMeet, hasGlob, parseGlob, plainPath, shellGlob, type PathGlob } from "../path-glob";
import { normalise } from "../paths";

/** A gitignore-style path specifier as a test over what a path may stand for. `home` and `cwd` in comparable form. */
export type PathPattern = (forms: readonly PathGlob[], cwd: string, home: string) => boolean;

/** A path as itself and, where a shell may still expand it, as a glob. */
export function pathForms(path: string, shell: boolean): readonly PathGlob[] {
  const text = comparable(path);
  return shell && hasGlob(text) ? [plainPath(text), shellGlob(text)] : [plainPath(text)];
}

/**
 * `//abs`, `~/home`, `/from-the-project`, `./here`, `here`, and bare names at any depth. A pattern that names a directory covers all
 * below it. Case is ignored: a rule that is too wide asks, one that is too narrow lets through.
 */
export function pathPattern(specifier: string): PathPattern {
  const cache = new Map<string, readonly PathGlob[]>();
  return (forms, cwd, home) => {
    const key = `${cwd}\n${home}`;
    let globs = cache.get(key);
    if (globs === undefined) {
      if (cache.size > 50) cache.clear();
      globs = globsFor(specifier, cwd, home).map((glob) => parseGlob(`${glob.toLowerCase()}/**`));
      cache.set(key, globs);
    }
    return globs.some((glob) => forms.some((form) => globsMeet(glob, form)));
  };
}

function globsFor(specifier: string, cwd: string, home: string): string[] {
  if (specifier.startsWith("//")) return [normalise(specifier.slice(1))];
  if (specifier === "~" || specifier.startsWith("~/")) return [normalise(escape(home) + specifier.slice(1))];
  if (specifier.startsWith("/")) return [normalise(escape(cwd) + specifier), normalise(specifier)];
  const relative = specifier.replace(/^\.\//, "");
  const here = normalise(`${escape(cwd)}/${relative}`);
  if (specifier.startsWith("./") || specifier.startsWith("../")) return [here];
  return [here, normalise(`/**/${relative}`)];
}

const escape = (path: string): string => path.replace(/[*?[\]\\]/g, "\\$&");

/** Matching is done on lower case. */
export const comparable = (path: string): string => normalise(path).toLowerCase();
