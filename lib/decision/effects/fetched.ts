import { baseName, isInside } from "../paths";
import type { SimpleCommand, Span } from "../shell/types";
import { filesOf } from "./secrets/flow";
import { clip } from "./clip";
import { destinationOf, hostOf } from "./network/destinations";
import { add, type Scene } from "./scene";

/** Content that came from elsewhere: over pipes and substitutions, and in files this command line wrote. */

const FETCHERS = new Set(["curl", "wget", "http", "https", "xh", "nc", "ncat", "lynx", "links", "elinks", "w3m", "wget2", "axel", "curlie", "httpie", "lwp-download", "lwp-request", "get", "post", "ftp", "lftp", "aria2c", "fetch", "aws", "gsutil", "gh", "ssh", "git"]); // prettier-ignore

/** Programs that only pass on or unpack what comes in; `""` is a group's redirect. */
const PASSING =
  /^(|cat|tee|sponge|echo|printf|sed|tr|head|tail|gunzip|zcat|gzip|xz|unxz|bzip2|bunzip2|zstd|base64|base32|xxd|rev|tac|grep|awk|openssl|jq|iconv|funzip|tar|gpg|cut|sort|dd|uudecode|hxselect|sudo)$/;
/** Of these what they print is their own words, not their input. */
const SPEAKING = /^(echo|printf)$/;
const MAX_DEPTH = 20;

/** The command that fetched what flows out of these; null when nothing was fetched. */
export function fetcherOf(sources: readonly SimpleCommand[], depth = 0): SimpleCommand | null {
  for (const source of sources) {
    if (fetches(source)) return source;
    if (depth >= MAX_DEPTH || !PASSING.test(source.name)) continue;
    const piped = SPEAKING.test(source.name) ? [] : [...source.stdin.from, ...(source.stdin.text?.from ?? [])];
    const found = fetcherOf([...piped, ...source.args.flatMap((arg) => [...arg.from])], depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function fetches({ name, args }: SimpleCommand): boolean {
  if (!FETCHERS.has(name)) return false;
  const verb = args[0]?.value ?? "";
  if (name === "gh") return /^(api|gist|release)/.test(verb);
  return name !== "git" || verb === "archive";
}

export const urlOf = (command: SimpleCommand): string =>
  command.args.find((arg) => /^[a-z]+:\/\/|^[\w-]+(\.[\w-]+)+(\/|$|:)/.test(arg.value))?.value ??
  command.args.at(-1)?.value ??
  command.name;

/** Where a path was fetched from by this command line, itself or a directory it is in. */
export function originOf(path: string, scene: Scene): string | null {
  const exact = scene.fetched.get(path);
  if (exact !== undefined) return exact;
  for (const [directory, origin] of scene.fetched) if (isInside(path, directory)) return origin;
  return null;
}

/** Where the files that a passing program reads were fetched from: `base64 -d < x`, `cat x`. */
export function fetchedFile(command: SimpleCommand, scene: Scene, depth = 0): string | null {
  if (scene.fetched.size === 0 || depth > MAX_DEPTH || !PASSING.test(command.name)) return null;
  for (const path of filesOf(command, scene)) {
    const origin = originOf(path, scene);
    if (origin !== null) return origin;
  }
  for (const source of command.stdin.from) {
    const origin = fetchedFile(source, scene, depth + 1);
    if (origin !== null) return origin;
  }
  return null;
}

/** A program called by name that this command line fetched into a directory of programs. */
export function installedProgram(name: string, scene: Scene): string | null {
  for (const [path, origin] of scene.fetched)
    if (baseName(path) === name && /\/s?bin\/[^/]+$/.test(path)) return origin;
  return null;
}

/** Traits of `fetch-and-execute`: `to` (see Destination), `host`, `how`. */
export function addFetched(from: string, how: string, at: Span, scene: Scene): void {
  const host = hostOf(from);
  const git = how === "repository" && scene.trust.gitRemote(from);
  const to = git ? "trusted" : destinationOf(host, scene.trust);
  add(scene, "fetch-and-execute", "url", from, at, `runs code fetched from ${clip(host ?? from)}`, {
    to,
    host: host ?? "",
    how,
  });
}
