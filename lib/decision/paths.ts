/** Path arithmetic on strings: the developer's machine is elsewhere, so nothing is looked up and no link is followed. */

/**
 * Absolute normal form: `~` and `~/` become home, relative paths hang under cwd, `.`, `..`, doubled and trailing
 * slashes go; `~name` is that person's home. Null when the path is relative and cwd is not known.
 */
export function resolvePath(path: string, cwd: string | null, home: string | null): string | null {
  const drive = /^[A-Za-z]:[\\/]/.test(path);
  if (drive) return normalise(`/${path[0]?.toLowerCase()}${path.slice(2).replaceAll("\\", "/")}`);
  if (path === "~" || path.startsWith("~/")) return normalise((home ?? "/home/~") + path.slice(1));
  if (path.startsWith("/")) return normalise(path);
  const person = /^~([a-z_][\w.-]*)(?=\/|$)/i.exec(path)?.[1];
  if (person !== undefined) return normalise(homeOfPerson(person, home) + path.slice(person.length + 1));
  return cwd === null ? null : normalise(`${cwd}/${path}`);
}

const homeOfPerson = (name: string, home: string | null): string =>
  home !== null && baseName(home) === name
    ? home
    : name === "root"
      ? "/root"
      : `/${home?.startsWith("/Users/") === true ? "Users" : "home"}/${name}`;

/** Collapses `.`, `..` and repeated slashes of an absolute path; `..` above the root stays at the root. */
export function normalise(path: string): string {
  if (!/\/\.{0,2}(?:\/|$)/.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** True when `path` is `directory` or lies below it; both in normal form. */
export function isInside(path: string, directory: string): boolean {
  if (directory === "/") return path.startsWith("/");
  return path === directory || (path.startsWith(directory) && path[directory.length] === "/");
}

/** Last component: `/usr/bin/rm` → `rm`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function parentOf(path: string): string {
  const at = path.lastIndexOf("/");
  return at <= 0 ? "/" : path.slice(0, at);
}
