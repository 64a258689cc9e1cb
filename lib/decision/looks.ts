import { isCredentialStore, delicacyOf } from "./credential-paths";
import { asksForSecrets, isElsewhere, isForeign, namesSecrets } from "./effects/secrets/foreign";
import { keepsSecrets } from "./effects/tools/server-kinds";
import { MAX_PATH_LENGTH } from "./input-shape";
import { inputText } from "./input-text";
import { normalise, resolvePath } from "./paths";
import { homeOf, projectRoots } from "./project";
import type { Action } from "./types";

/** Something that a reading tool shows or hunts for and that is not the session's own. */
export type Look = { field: string; path: string; how: "read" | "search" };

/** The fields in which reading tools name a file. */
const PATH_FIELDS = ["file_path", "filePath", "path", "notebook_path", "uri"];
/** What these show of a file is its name. */
const LISTS: ReadonlySet<string> = new Set(["LS", "Glob"]);

/** What of a reading tool's call is for the rules, as the same reads and searches of a shell are. */
export function delicateLooks(action: Action): Look[] {
  const home = homeOf(action);
  const scene = { home, roots: projectRoots(action), action };
  const isDelicate = (path: string) =>
    isCredentialStore(path, home) ||
    (!LISTS.has(action.tool) && delicacyOf(path, home) === "secret" && isElsewhere(path, scene));
  const read = [...namedPaths(action), ...filtered(action)]
    .filter(({ path }) => isDelicate(path))
    .map((one): Look => ({ ...one, how: "read" }));
  return [...read, ...hunts(action, scene), ...keptElsewhere(action)];
}

function namedPaths(action: Action): { field: string; path: string }[] {
  return PATH_FIELDS.flatMap((field) => {
    const value = inputText(action, field);
    if (value === null || value.length > MAX_PATH_LENGTH || (field === "uri" && !/^file:/i.test(value))) return [];
    return [{ field, path: absolute(value.replace(/^file:(?:\/\/)?/i, ""), action) }];
  });
}

/** The files that a search is narrowed to, below where it starts. */
function filtered(action: Action): { field: string; path: string }[] {
  const glob = action.tool === "Grep" ? inputText(action, "glob") : null;
  if (glob === null || glob.length > MAX_PATH_LENGTH || glob.startsWith("!")) return [];
  return [{ field: "glob", path: isRooted(glob) ? absolute(glob, action) : normalise(`${startOf(action)}/${glob}`) }];
}

/** Looking for secrets where nobody's project is. */
function hunts(action: Action, scene: Parameters<typeof isForeign>[1]): Look[] {
  const { tool } = action;
  if (tool !== "Grep" && tool !== "Glob") return [];
  const pattern = inputText(action, "pattern") ?? "";
  const names = tool === "Glob" ? pattern : (inputText(action, "glob") ?? "");
  if (!namesSecrets(names) && !(tool === "Grep" && asksForSecrets(pattern))) return [];
  const path = isRooted(names) ? absolute(fixedPart(names), action) : startOf(action);
  return isForeign(path, scene) ? [{ field: "pattern", path, how: "search" }] : [];
}

/** What a server hands out of the secrets that it keeps. */
function keptElsewhere(action: Action): Look[] {
  const uri = action.tool === "ReadMcpResourceTool" ? inputText(action, "uri") : null;
  return uri !== null && keepsSecrets(inputText(action, "server") ?? "", uri) ? [{ field: "uri", path: uri, how: "read" }] : []; // prettier-ignore
}

const isRooted = (path: string): boolean => /^[/~]/.test(path);
/** Of a pattern, the directories before the first character that stands for others. */
const fixedPart = (pattern: string): string => /^[^*?[{]*(?=\/)/.exec(pattern)?.[0] || "/";
const startOf = (action: Action): string => absolute(inputText(action, "path") ?? action.cwd, action);
const absolute = (path: string, { cwd, home }: Action): string => resolvePath(path, cwd, home) ?? normalise(`/${path}`);
