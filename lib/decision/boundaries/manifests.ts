import type { Doing } from "./ordinary-work";

/** Files in which a project says what it needs, and the verbs of its package manager that write them; `locks` writes the lock file alone. */
type Manager = { files: readonly string[]; lock: string; adds: RegExp; rewrites: RegExp; locks: RegExp };

const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`);
const verbs = (adds: string, rewrites: string, locks = "lock") => ({
  adds: whole(adds),
  rewrites: whole(rewrites),
  locks: whole(locks),
});
const NODE = {
  files: ["package.json"],
  ...verbs("install|i|in|ins|add", "update|up|upgrade|uninstall|remove|rm|un|version|init|pkg set|pkg delete|pkg fix|audit fix", "dedupe"),
}; // prettier-ignore

const MANAGERS: ReadonlyMap<string, Manager> = new Map<string, Manager>([
  ["npm", { ...NODE, lock: "package-lock.json" }],
  ["pnpm", { ...NODE, lock: "pnpm-lock.yaml" }],
  ["yarn", { ...NODE, lock: "yarn.lock" }],
  ["bun", { ...NODE, lock: "bun.lock" }],
  ["cargo", { files: ["Cargo.toml"], lock: "Cargo.lock", ...verbs("add", "remove|rm", "update|generate-lockfile") }],
  ["poetry", { files: ["pyproject.toml"], lock: "poetry.lock", ...verbs("add", "remove", "update|lock") }],
  ["uv", { files: ["pyproject.toml"], lock: "uv.lock", ...verbs("add", "remove") }],
  ["go", { files: ["go.mod"], lock: "go.sum", ...verbs("get", "mod tidy|mod edit") }],
  ["bundle", { files: ["Gemfile"], lock: "Gemfile.lock", ...verbs("add", "remove", "lock|update") }],
  ["composer", { files: ["composer.json"], lock: "composer.lock", ...verbs("require", "remove", "update") }],
]);

/** What a package manager writes into the project; `npm ci` and a bare `npm install` take what is declared. */
export function manifestsOf(program: string): ((words: readonly string[]) => readonly Doing[]) | null {
  const manager = MANAGERS.get(program);
  return manager === undefined ? null : (words) => written(words, manager);
}

function written([verb = "", ...rest]: readonly string[], { files, lock, adds, rewrites, locks }: Manager): Doing[] {
  if (locks.test(verb)) return [{ act: "edit", of: "manifest", paths: [lock] }];
  const added = adds.test(verb) && rest.some((word) => !/^[-.]/.test(word));
  if (!added && !rewrites.test(verb) && !rewrites.test(`${verb} ${rest[0] ?? ""}`)) return [];
  const paths = /^(?:pkg|version|init)$/.test(verb) ? files : [...files, lock];
  return [{ act: "edit", of: "manifest", paths }, ...(added ? [{ act: "add-package" }] : [])];
}
