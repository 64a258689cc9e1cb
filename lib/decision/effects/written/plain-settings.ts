import type { Change } from "../../edits";
import { baseName } from "../../paths";

/**
 * Changes of protected files that show by themselves that they decide nothing about what runs: how an editor formats, how a package manager
 * prints, which release of a check is taken, one more check before a commit. Everything else in such a file is for a person.
 */
export function isPlainChange(path: string, change: Change): boolean {
  if (path.endsWith("/.vscode/settings.json")) return isPlainText(change, EDITOR);
  if (baseName(path) === ".npmrc") return isPlainText(change, PACKAGE_MANAGER);
  if (baseName(path) === ".pre-commit-config.yaml") return isNewRelease(change);
  if (/\/\.husky\/(?!_\/)[^/]+$/.test(path)) return isPlainText(change, CHECK) && keepsLines(change);
  return false;
}

const MAX_LINES = 200;

const EDITOR =
  /^[{}\],\s]*$|^\{?\s*(?:"\[[\w-]+\]"\s*:\s*\{\s*)?(?:"(?:editor|search|workbench|files\.(?:exclude|associations|trim\w+|insertFinalNewline|eol|encoding|watcherExclude|readonlyInclude))(?:\.(?!\w*(?:[cC]ommand|[pP]ath|[sS]hell|settingsSync)\b)[\w]+)*"\s*:\s*(?:true|false|-?\d+|"[\w .,-]*"|\[[\d\s,]*\]|\{)\s*,?\s*)*[{}\s,]*$/;
const PACKAGE_MANAGER =
  /^\s*(?:[#;].*)?$|^\s*(?:engine-strict|save-(?:exact|prefix)|fund|legacy-peer-deps|auto-install-peers|strict-peer-dependencies|prefer-(?:offline|dedupe|workspace-packages)|link-workspace-packages|shared-workspace-lockfile|loglevel|progress|color|package-lock|lockfile|node-linker|hoist(?:-workspace-packages)?|shamefully-hoist|resolution-mode|message|tag-version-prefix|init-(?:author-name|license|version))\s*=\s*[\w.^~%" -]*$/;
/** Checks that a project has itself chosen, by the names that package managers run them by. */
const CHECK =
  /^\s*(?:#.*)?$|^\s*(?:\.|source) "?\$\((?:dirname)[^)]*\)"?\/_\/husky\.sh"?\s*$|^\s*\. "\$\(dirname -- "\$0"\)\/_\/husky\.sh"\s*$|^\s*(?:(?:npx(?: --no(?:-install)?(?: --)?)?|pnpm(?: exec)?|yarn|bunx|npm exec(?: --)?) (?:lint-staged|commitlint|eslint|prettier|tsc|vitest|jest|biome|secretlint)|(?:npm|pnpm|yarn|bun)(?: run)? (?:test|lint|check|typecheck|type-check|format|validate)(?::[\w:-]+)?)(?: [\w./=:$"{}@*-]+)*\s*$/;

/** What goes has to be as plain as what comes: a setting that is taken out may have been there for a reason. */
const isPlainText = ({ before, after }: Change, line: RegExp): boolean => {
  const lines = `${before ?? ""}\n${after}`.split(/\r?\n/);
  return lines.length <= MAX_LINES && lines.every((one) => one.length < 400 && line.test(one));
};

const linesOf = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== ""); // prettier-ignore

/** A check that stood there before still stands there. */
const keepsLines = ({ before, after }: Change): boolean => {
  const now = new Set(linesOf(after));
  return before === null || linesOf(before).every((line) => now.has(line));
};

const RELEASE = /^(\s*(?:-\s*)?rev:\s*["']?)v?\d+(?:\.\d+){0,3}(["']?\s*)$/gm;

/** The same but for releases by their numbers. */
const isNewRelease = ({ before, after }: Change): boolean => {
  if (before === null || before === after || after.length > 8_000) return false;
  const [was, is] = [before, after].map((text) => text.replace(RELEASE, "$1$2"));
  return was === is;
};
