import { baseName, parentOf } from "../paths";
import { subshell, type Call, type Frame, type Reader } from "./frame";
import { runText } from "./scripts";
import type { Word } from "./types";
import { literal, pathNamed } from "./word";

/** Programs that run the scripts of a package file. */
export const SCRIPT_RUNNERS = new Set(["npm", "pnpm", "yarn", "bun", "node", "npm-run-all", "npm-run-all2", "run-s", "run-p"]); // prettier-ignore

/** Flags that name the package's directory, or the package itself. */
const DIRECTORIES = new Set(["--prefix", "-C", "--dir", "--cwd", "--directory"]);
const PACKAGES = new Set(["-w", "--workspace", "--filter", "-F"]);
const OTHER_VALUES = new Set(["--loglevel", "--registry", "--cache", "--userconfig", "--scope", "--config", "--script-shell", "--workspace-concurrency"]); // prettier-ignore

const RUNS = /^(?:run|run-script|rum|urn|node-run)$/;
const INSTALLS = /^(?:i|in|ins|inst|install|ci|clean-install|ic|add|update|up|rebuild|link|pack|publish)$/;
const INSTALLING = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare"];
const PUBLISHING = ["prepublishOnly", "prepack", "postpack", "publish", "postpublish"];
const SHORT: Readonly<Record<string, string>> = { t: "test", tst: "test", it: "test", "install-test": "test" };

type Wanted = { names: readonly string[]; directory: Word | null; packages: readonly string[] };

/** The scripts of a package file that this session wrote, as far as the call runs them: `npm run x`, `yarn workspace app x`, `npm ci`. */
export function runPackageScripts(reader: Reader, frame: Frame, name: string, argv: readonly Word[], call: Call): void {
  const { names, directory, packages } = wantedBy(name, argv);
  if (names.length === 0) return;
  const cwd = directory === null ? frame.cwd : pathNamed(directory, frame.cwd, reader.scene.home);
  for (const [path, text] of reader.files) {
    if (!path.endsWith("/package.json") || !isMeant(parentOf(path), text, cwd, packages)) continue;
    for (const one of names) {
      const script = scriptNamed(text, one);
      if (script !== null) runText(reader, subshell(frame, { cwd: parentOf(path) }), literal(script, call.span));
    }
  }
}

/** The package file in the directory, or those of the packages that are named by their name or directory. */
function isMeant(directory: string, text: string, cwd: string | null, packages: readonly string[]): boolean {
  if (packages.length === 0) return directory === cwd;
  return packages.some((one) => {
    const name = one.replace(/^[!{]|\.{3}|[{}]/g, "");
    return baseName(directory) === baseName(name.replace(/\/$/, "")) || text.includes(`"${name}"`) || name === "*";
  });
}

function wantedBy(name: string, argv: readonly Word[]): Wanted {
  const words: string[] = [];
  const packages: string[] = [];
  let directory: Word | null = null;
  let run: string | null = null;
  for (let at = 1; at < argv.length; at++) {
    const { value } = argv[at] as Word;
    const equals = value.startsWith("--") ? value.indexOf("=") : -1;
    const flag = equals === -1 ? value : value.slice(0, equals);
    if (value === "--") break;
    if (!value.startsWith("-")) {
      words.push(value);
      continue;
    }
    const given = (): Word | undefined => {
      if (equals === -1) return argv[++at];
      return { ...(argv[at] as Word), value: value.slice(equals + 1) };
    };
    if (flag === "--run") run = given()?.value ?? null;
    else if (name !== "node" && DIRECTORIES.has(flag)) directory = given() ?? null;
    else if (PACKAGES.has(flag)) packages.push(given()?.value ?? "");
    else if (/^--workspaces$|^-(?:r|ws)$|^--recursive$/.test(flag)) packages.push("*");
    else if (OTHER_VALUES.has(flag) && equals === -1) at++;
  }
  if (name === "node") return { names: run === null ? [] : [run], directory, packages };
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(name)) return { names: words.flatMap(withHooks), directory, packages };
  if (name === "yarn" && words[0] === "workspace") packages.push(...words.splice(0, 2).slice(1));
  if (name === "yarn" && words[0] === "workspaces") packages.push(...words.splice(0, words[1] === "foreach" ? 2 : 1, ).slice(2), "*"); // prettier-ignore
  const verb = words[0] ?? "install";
  const named = RUNS.test(verb) ? words[1] : Object.hasOwn(SHORT, verb) ? (SHORT[verb] as string) : verb;
  if (named === undefined) return { names: [], directory, packages };
  const names = INSTALLS.test(named) && !RUNS.test(verb) ? (/^(?:pack|publish)$/.test(named) ? [...INSTALLING, ...PUBLISHING] : INSTALLING) : withHooks(named); // prettier-ignore
  return { names, directory, packages };
}

const withHooks = (name: string): string[] => [`pre${name}`, name, `post${name}`];

/** Also of a part of the file, which is all that an edit shows. `build:*` stands for each of its kind. */
function scriptNamed(text: string, name: string): string | null {
  const letters = name.replace(/[^\w:*-]/g, ".").replaceAll("*", '[^"\\n]{0,60}');
  const value = new RegExp(`"${letters}"\\s*:\\s*"((?:[^"\\\\\\n]|\\\\.)+)"`).exec(text)?.[1];
  return value?.replace(/\\(["\\/])/g, "$1") ?? null;
}
