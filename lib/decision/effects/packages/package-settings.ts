import type { SimpleCommand, Span, Word } from "../../shell/types";
import { after } from "../../shell/word";
import { clip } from "../clip";
import { filesWritten } from "../files/files-written";
import type { Manager } from "./package-managers";
import { addressesIn, placeOfPackages } from "./package-places";
import { startsWith } from "./package-words";
import { add, pathOf, type Maker, type Scene } from "../scene";
import { matchesOf } from "../../matches";

/** Where packages come from from now on: what settings commands, variables and settings files say. */

const NOTHING = { ecosystem: "", name: "", version: "", packages: "all" };
const TAKES_BACK = /^(?:--?(?:remove|delete|unset|r|d|l|list|get)|remove|delete|rm|unset|list|ls|get)$/;
const ADDS = /^(?:--?(?:add|append|prepend|set|a)|add|set|append)$/;
/** Settings by which a manager no longer checks whom it talks to; the first names for which host. */
const TRUSTS_HOST = /(?:^| )(?:global\.|install\.)?trusted[-_]host[= ](\S+)/i;
const UNCHECKS =
  /(?:^| )(?:(?:ssl[-_]verify|secure-http|http\.sslVerify|certificates\.\S{1,80}\.cert)[= ](?:false|no|0|off)|(?:disable-tls|ssl_verify_mode)[= ](?:true|0))(?: |$)/i;

/** Makers of well-known programs, whose own tap is how they tell people to install them. */
const VENDORS = new Set([
  "homebrew", "hashicorp", "aws", "azure", "microsoft", "github", "gitlab", "heroku", "stripe", "mongodb", "elastic", "confluentinc", "pulumi", "supabase", "planetscale", "cloudflare", "oven-sh", "sass", "dart-lang", "goreleaser", "fluxcd", "argoproj", "vmware-tanzu", "cockroachdb", "nats-io", "digitalocean", "snyk", "anchore", "aquasecurity", "codefresh-io", "circleci-public", "buildkite", "tilt-dev", "common-fate", "teamookla", "mutagen-io", "dotenvx", "doppler", "1password", "fly-io", "superfly", "render-oss", "vercel", "netlify",
]); // prettier-ignore
const isVendorTap = ({ name }: SimpleCommand, tap: string): boolean =>
  name === "brew" && VENDORS.has((tap.split("/", 1)[0] ?? "").toLowerCase());

/** Whether the call changes the places packages come from; then it installs nothing. */
export function changesSources(command: SimpleCommand, words: readonly Word[], manager: Manager, scene: Scene): boolean {
  const length = manager.settings?.map((phrase) => startsWith(words, phrase)).find((one) => one !== null) ?? null;
  if (length === null) return false;
  const adds = command.args.some((arg) => ADDS.test(arg.value));
  if (!adds && command.args.some((arg) => TAKES_BACK.test(arg.value))) return true;
  const rest = words.slice(length);
  if (command.name === "go") return goSetting(command, scene);
  const found = addressesIn(command.args.filter((_, i) => !TAKES_BACK.test(command.args[i - 1]?.value ?? "")));
  unchecks(rest, command, scene);
  for (const url of found) changed(url.value, url, manager.system === true ? "repository" : "registry", scene);
  // A name alone is somebody's collection at the usual host: `brew tap owner/name`, `ppa:owner/name`.
  const [first] = rest;
  if (found.length === 0 && manager.system === true && first !== undefined && /[:/]/.test(first.value) && !isVendorTap(command, first.value))
    add(scene, "install", "package", first.value, first, `adds ${clip(first.value)} to where packages come from`, { ...NOTHING, source: "repository", to: "unknown" }); // prettier-ignore
  return true;
} // prettier-ignore

/** `pip config set global.trusted-host HOST` */
function unchecks(words: readonly Word[], command: SimpleCommand, scene: Scene): void {
  const text = words.map(({ value }) => value).join(" ");
  const host = TRUSTS_HOST.exec(text)?.[1];
  if (host === undefined ? !UNCHECKS.test(text) : placeOfPackages(host, scene).to === "trusted") return;
  add(scene, "install", "package", host ?? null, command, `lets packages in unchecked (${clip(text)})`, { ...NOTHING, source: "unverified", to: "unknown" }); // prettier-ignore
}

function changed(url: string, span: Span, source: "registry" | "repository", scene: Scene): void {
  const { host, to } = placeOfPackages(url, scene);
  const note = source === "registry" ? `makes ${host ?? "another place"} the package registry` : `adds ${host ?? "another place"} to where packages come from`; // prettier-ignore
  add(scene, "install", "host", host, span, note, { ...NOTHING, source, to });
}

/** `go env -w NAME=VALUE`, and a module put in another's place by `go mod edit -replace OLD=NEW`. */
function goSetting(command: SimpleCommand, scene: Scene): true {
  for (const [i, arg] of command.args.entries()) {
    const word = /^--?replace$/.test(arg.value) ? command.args[i + 1] : /^--?replace=/.test(arg.value) ? after(arg, arg.value.indexOf("=") + 1) : undefined; // prettier-ignore
    const [, old, by] = /^([^=@]+)(?:@[^=]*)?=([^=@]+)/.exec(word?.value ?? "") ?? [];
    if (word !== undefined && old !== undefined && by !== undefined && !/^[./]/.test(by) && !sameOwner(old, by)) {
      const { to } = placeOfPackages(`https://${by}`, scene);
      add(scene, "install", "url", by, word, `puts ${clip(by)} in the place of ${clip(old)}`, { ...NOTHING, source: "url", to }); // prettier-ignore
    }
    const [, name, value] = /^([A-Z]\w+)=(.*)$/.exec(arg.value) ?? [];
    if (name !== undefined && value !== undefined) variable(name, value, arg, scene);
  }
  return true;
} // prettier-ignore

const sameOwner = (a: string, b: string): boolean => ownerOf(a) === ownerOf(b);
const ownerOf = (module: string): string => module.split("/").slice(0, 2).join("/");

/** Variables that name registries, whichever program reads them. */
const REGISTRY_VARIABLE =
  /^(?:npm_config_\w*registry|(?:yarn_(?:npm_)?|bun_config_|npm_|deno_)registry\w*|(?:pip|uv)_\w*(?:index|find_links)\w*|goproxy|cargo_(?:registries|source)_\w+|bundle_mirror__\w+|rubygems_host|homebrew_\w*(?:domain|git_remote)|conda_channels?\w*|poetry_repositories_\w+|nuget_\w*source\w*|maven_repo_url|corepack_npm_registry)$/i;
const UNCHECKED: Readonly<Record<string, RegExp>> = {
  GOSUMDB: /^off$/, GONOSUMDB: /./, GONOSUMCHECK: /./, GOINSECURE: /./, GOFLAGS: /-insecure/, PIP_TRUSTED_HOST: /./, UV_INSECURE_HOST: /./,
}; // prettier-ignore

function variable(name: string, value: string, word: Word, scene: Scene): void {
  if (REGISTRY_VARIABLE.test(name)) {
    for (const url of value.split(/[,|\s]+/)) if (/^[\w+]+:\/\//.test(url)) changed(url, word, "registry", scene);
  } else if (Object.hasOwn(UNCHECKED, name) && UNCHECKED[name]?.test(value) === true) {
    add(scene, "install", "package", name, word, `lets packages in unchecked (${clip(`${name}=${value}`)})`, { ...NOTHING, source: "unverified", to: "unknown" }); // prettier-ignore
  }
}

/** Files that say where packages come from, by the end of their path. */
const SETTINGS_FILE =
  /\/(?:\.npmrc|\.yarnrc(?:\.yml)?|\.?bunfig\.toml|\.pypirc|pip\.(?:conf|ini)|uv\.toml|\.cargo\/config(?:\.toml)?|\.gemrc|\.bundle\/config|\.condarc|\.(?:terraform|tofu)rc|terraform\.rc|\.gradle\/init\.(?:gradle(?:\.kts)?|d\/[^/]+)|\.(?:config\/)?composer\/config\.json|\.sbt\/repositories|nuget\.config|\.m2\/settings\.xml|sources\.list|sources\.list\.d\/[^/]+|yum\.repos\.d\/[^/]+|apk\/repositories)$/i;

/** Every call: variables it sets, and settings files it writes with addresses that can be read. */
export const packageSettings: Maker = (command, scene) => {
  for (const [name, word] of command.assignments) variable(name, word.value, word, scene);
  if (/^(?:export|declare|typeset)$/.test(command.name))
    for (const arg of command.args) {
      const at = arg.value.indexOf("=");
      if (at > 0) variable(arg.value.slice(0, at), arg.value.slice(at + 1), arg, scene);
    }
  for (const file of filesWritten(command)) {
    const path = SETTINGS_FILE.test(`/${file.value}`) ? pathOf(file, command, scene) : null;
    const content = path === null ? undefined : scene.reading.files.get(path);
    for (const [url] of matchesOf(content ?? "", /\bhttps?:\/\/[^\s"'<>)\]]{1,500}/gi))
      changed(url, file, "registry", scene);
  }
};
