import type { Span } from "../../shell/types";
import { clip } from "../clip";
import { hostOf } from "../network/destinations";
import { placeOfPackages } from "../packages/package-places";
import { add, type Scene } from "../scene";
import { matchesOf } from "../../matches";

/** Places that one file is judged by; by then it is harmful enough. */
const MAX_PLACES = 200;

/**
 * Where everybody has repositories, and vendors whose packages are at no registry but at their own: a dependency from there is what a
 * reviewer of the change sees.
 */
const FORGES =
  /(?:^|\.)(?:sheetjs\.com|pkg\.pr\.new|github\.com|githubusercontent\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sr\.ht|gitea\.com|gopkg\.in|apache\.org|gnu\.org|w3\.org|gradle\.org|google\.com|jitpack\.io|spring\.io)$/;

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
  const origins: Origins = new Map();
  const most = scene.effects.length + MAX_PLACES;
  let start = 0;
  let listsSources = isSettings;
  for (const line of text.split("\n")) {
    if (/^\s*\[/.test(line)) listsSources = isSettings || /source|index|registr/i.test(line);
    const hasRepositories = REPOSITORIES.test(line);
    const isSource = listsSources || hasRepositories || SOURCE_KEY.test(line);
    const isAside = !isSettings && ASIDE.test(line) && !((listsSources && URL_KEY.test(line)) || hasRepositories);
    if (!isAside && !COMMENT.test(line))
      for (const { 0: url, index } of matchesOf(line, ADDRESS))
        place(url.replace("\\:", ":"), start + index, isSource, scene, origins);
    if (scene.effects.length >= most) return;
    start += line.length + 1;
  }
}

/** Unencrypted, or by a number: no place of packages is. */
const REPOSITORY = /\b(?:url|maven)\b[^\n]{0,20}?(https?:\/\/[^\s"'<>)]{1,500})/g;

function repositoriesIn(text: string, scene: Scene): void {
  const most = scene.effects.length + MAX_PLACES;
  for (const { 0: whole, 1: url = "", index } of matchesOf(text, REPOSITORY)) {
    const { to } = placeOfPackages(url, scene);
    if (url.startsWith("http:") || to === "address" || to === "drop")
      place(url, index + whole.length - url.length, true, scene, new Map());
    if (scene.effects.length >= most) return;
  }
}

/** A module that another takes the place of: `replace a => b v1`. A fork where the original is shows whose it is; from elsewhere it does not. */
function replacedIn(text: string, scene: Scene): void {
  const origins: Origins = new Map();
  const most = scene.effects.length + MAX_PLACES;
  for (const { 0: whole, 1: of = "", 2: by = "", index } of matchesOf(text, REPLACES)) {
    if (scene.effects.length >= most) return;
    const start = index + whole.length - by.length;
    const before = scene.effects.length;
    place(`https://${by}`, start, true, scene, origins);
    const moves = by.split("/")[0] !== of.split("/")[0];
    if (moves && scene.effects.length === before) foreign(`https://${by}`, start, `replaces ${clip(of)} by ${clip(by)}`, scene); // prettier-ignore
  }
} // prettier-ignore

const REPLACES =
  /^[ \t]*(?:replace[ \t]+)?(\S{1,300})(?:[ \t]+v\S{1,60})?[ \t]+=>[ \t]+([\w-]+(?:\.[\w-]+)+\/\S{1,300})/gm;

/** Somebody's repository in the place of what others take from where it belongs: for a person. */
function foreign(url: string, start: number, note: string, scene: Scene): void {
  const { to } = placeOfPackages(url, scene);
  if (to === "trusted" || to === "local") return;
  const traits = { ecosystem: "", name: "", version: "", packages: "all", source: "repository", to };
  add(scene, "install", "url", url, { start, end: start + url.length }, note, traits);
}

const LOCKED =
  /\b(?:resolved|tarball|url|(registry)|source)\b["']?\s{0,3}[:=]?\s{0,3}["']?(?:(registry|sparse)\+|git\+)?(https?:\/\/[^\s"'<>)\]},#]{1,500})/g;

/** Where a lock file takes packages from. */
export function lockedIn(text: string, scene: Scene): void {
  const most = scene.effects.length + MAX_PLACES;
  const origins: Origins = new Map();
  let stray: ReadonlySet<string> | undefined;
  for (const { 0: whole, 1: key, 2: kind, 3: url, index } of matchesOf(text, LOCKED)) {
    if (scene.effects.length >= most || url === undefined) return;
    const before = text.slice(Math.max(0, index - 60), index);
    // Whom to thank for a package stands beside where it comes from.
    if (/funding["'\s:[{]*$/.test(before)) continue;
    const isSource = (key ?? kind) !== undefined || /type = "legacy"\s*$/.test(before);
    const start = index + whole.length - url.length;
    if (
      whole.startsWith("resolved") &&
      ARCHIVE.test(url) &&
      FORGES.test(hostOf(url) ?? "") &&
      (stray ??= strayArchives(text)).has(url)
    )
      // prettier-ignore
      foreign(url, start, `takes a registry's package from ${clip(url)}`, scene);
    else place(url, start, isSource, scene, origins);
  }
}

const ADDRESSES = /https?:\/\/[^\s"'<>)\]},#]{1,500}/g;

/** Archives at forges that nothing else in the file asks for: what is asked for by its address is named by it twice. */
function strayArchives(text: string): ReadonlySet<string> {
  const once = new Set<string>();
  const seen = new Set<string>();
  for (const [url] of matchesOf(text, ADDRESSES)) {
    if (!ARCHIVE.test(url)) continue;
    if (seen.has(url)) once.delete(url);
    else once.add(url);
    seen.add(url);
  }
  return once;
}

const ARCHIVE = /\.(?:tgz|tar\.\w+|zip|whl|gem|git|crate|jar)(?:[#?@].*)?$|^git[+:]/i;

/** Origins already looked at: everything at one that passes by itself passes. Long files name few. */
type Origins = Map<string, boolean>;

function passes(url: string, scene: Scene, origins: Origins): boolean {
  const origin = /^[^/]{1,20}\/\/[^/?#]{1,300}/.exec(url)?.[0] ?? url;
  let known = origins.get(origin);
  if (known === undefined) {
    const { host, to } = placeOfPackages(`${origin}/`, scene);
    known = host !== null && (to === "trusted" || to === "local" || FORGES.test(host));
    origins.set(origin, known);
  }
  return known;
}

function place(url: string, start: number, isSource: boolean, scene: Scene, origins: Origins): void {
  const isArchive = ARCHIVE.test(url);
  if ((!isSource && !isArchive) || passes(url, scene, origins)) return;
  const { host, to } = placeOfPackages(url, scene);
  if (host === null || to === "trusted" || to === "local" || FORGES.test(host)) return;
  const span: Span = { start, end: start + url.length };
  const note = isArchive ? `takes a package straight from ${clip(url)}` : `makes ${host} the package registry`;
  const source = isArchive ? "url" : "registry";
  add(scene, "install", "url", url, span, note, { ecosystem: "", name: "", version: "", packages: "all", source, to });
}
