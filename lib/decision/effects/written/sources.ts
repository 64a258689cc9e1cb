import type { Span } from "../../shell/types";
import { clip } from "../clip";
import { placeOfPackages } from "../packages/package-places";
import { add, type Scene } from "../scene";

/** Places that one lock file is judged by; by then it is harmful enough. */
const MAX_PLACES = 2_000;

/** Where everybody has repositories: a dependency from there is what a reviewer of the change sees. */
const FORGES =
  /(?:^|\.)(?:github\.com|githubusercontent\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sr\.ht|gitea\.com|gopkg\.in|apache\.org|gnu\.org|w3\.org|gradle\.org|google\.com|jitpack\.io|spring\.io)$/;

/** Names no place at all. */
const COMMENT = /^\s*(?:#|;|\/\/|<!--)|xmlns|schemaLocation/i;
/** Where a project is talked about. */
const ASIDE =
  /["']?\b(?:\$?schema|home-?page|repository|bugs|url|documentation|docs|changelog|funding|issues?|author|license|email|tracker)\b["']?\s*[:=]\s*["'{]/i;
const SOURCE_KEY = /registry|index-url|extra-index|find-links|^\s*source\b/i;
const REPOSITORIES = /"repositories"\s*:/;
const URL_KEY = /^\s*["']?url["']?\s*=/;

const ADDRESS = /(?:(?:git|hg|sparse)\+)?(?:https?|ftp|ssh|git)\\?:\/\/[^\s"'<>)\]},]{1,500}/gi;

/** Files that say, besides other things, what a project depends on; all others of their kind are about sources alone. */
const MANIFEST = /\/(?:package|composer)\.json$|\.(?:txt|in|mod)$|\/(?:Gemfile|pyproject\.toml|Cargo\.toml)$/;

/** Everybody who publishes for the machine of Java has a place of their own. */
const JVM = /\/pom\.xml$|\.gradle(?:\.kts)?$/;

/** Registries and dependencies that a file of settings names, line by line. */
export function sourcesIn(path: string, text: string, scene: Scene): void {
  if (JVM.test(path)) return repositoriesIn(text, scene);
  if (path.endsWith("/go.mod")) return replacedIn(text, scene);
  const isSettings = !MANIFEST.test(path);
  let start = 0;
  let listsSources = isSettings;
  for (const line of text.split("\n")) {
    if (/^\s*\[/.test(line)) listsSources = isSettings || /source|index|registr/i.test(line);
    const isSource = listsSources || SOURCE_KEY.test(line);
    const isAside =
      !isSettings && ASIDE.test(line) && !((listsSources && URL_KEY.test(line)) || REPOSITORIES.test(line));
    if (!isAside && !COMMENT.test(line))
      for (const { 0: url, index } of line.matchAll(ADDRESS))
        place(url.replace("\\:", ":"), start + index, isSource || REPOSITORIES.test(line), scene);
    start += line.length + 1;
  }
}

/** Unencrypted, or by a number: no place of packages is. */
const REPOSITORY = /\b(?:url|maven)\b[^\n]{0,20}?(https?:\/\/[^\s"'<>)]{1,500})/g;

function repositoriesIn(text: string, scene: Scene): void {
  for (const { 0: whole, 1: url = "", index } of text.matchAll(REPOSITORY)) {
    const { to } = placeOfPackages(url, scene);
    if (url.startsWith("http:") || to === "address" || to === "drop")
      place(url, index + whole.length - url.length, true, scene);
  }
}

/** A module that another takes the place of: `replace a => b v1`. */
function replacedIn(text: string, scene: Scene): void {
  for (const { 0: whole, 1: by = "", index } of text.matchAll(/=>[ \t]+([\w-]+(?:\.[\w-]+)+\/\S{1,300})/g))
    place(`https://${by}`, index + whole.length - by.length, true, scene);
}

const LOCKED =
  /\b(?:resolved|tarball|url|(registry)|source)\b["']?\s{0,3}[:=]?\s{0,3}["']?(?:(registry|sparse)\+|git\+)?(https?:\/\/[^\s"'<>)\]},#]{1,500})/g;

/** Where a lock file takes packages from. */
export function lockedIn(text: string, scene: Scene): void {
  const most = scene.effects.length + MAX_PLACES;
  for (const { 0: whole, 1: key, 2: kind, 3: url, index } of text.matchAll(LOCKED)) {
    if (scene.effects.length >= most || url === undefined) return;
    const before = text.slice(Math.max(0, index - 60), index);
    // Whom to thank for a package stands beside where it comes from.
    if (/funding["'\s:[{]*$/.test(before)) continue;
    const isSource = (key ?? kind) !== undefined || /type = "legacy"\s*$/.test(before);
    place(url, index + whole.length - url.length, isSource, scene);
  }
}

const ARCHIVE = /\.(?:tgz|tar\.\w+|zip|whl|gem|git|crate|jar)(?:[#?@].*)?$|^git[+:]/i;

function place(url: string, start: number, isSource: boolean, scene: Scene): void {
  const isArchive = ARCHIVE.test(url);
  if (!isSource && !isArchive) return;
  const { host, to } = placeOfPackages(url, scene);
  if (host === null || to === "trusted" || to === "local" || FORGES.test(host)) return;
  const span: Span = { start, end: start + url.length };
  const note = isArchive ? `takes a package straight from ${clip(url)}` : `makes ${host} the package registry`;
  const source = isArchive ? "url" : "registry";
  add(scene, "install", "url", url, span, note, { ecosystem: "", name: "", version: "", packages: "all", source, to });
}
