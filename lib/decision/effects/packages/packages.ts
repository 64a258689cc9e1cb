import { isSecretName } from "../../credential-paths";
import { resolvePath } from "../../paths";
import type { SimpleCommand, Word } from "../../shell/types";
import { after, literal } from "../../shell/word";
import { isInspection, operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { cannotRead, readScript } from "../code/code-scripts";
import { addFetched, originOf } from "../fetched";
import { isWellKnown, lookAlike } from "./look-alikes";
import { MANAGERS, type Manager } from "./package-managers";
import { addressesIn, placeOfPackages } from "./package-places";
import { changesSources } from "./package-settings";
import { packageWord, startsWith } from "./package-words";
import { add, pathOf, type Maker, type NamedMaker, type Scene } from "../scene";

const managerOf = (name: string): Manager | undefined => (Object.hasOwn(MANAGERS, name) ? MANAGERS[name] : undefined);

/**
 * What is installed and from where. Traits of `install`: `source` (`package` from the usual registry, `registry` named here, `repository`
 * added to a system's, `url` instead of a registry, `unverified`), `to` (see Destination), `ecosystem`, `name`, `version` (a requirement).
 */
const managed: Maker = (command, scene) => {
  const manager = managerOf(command.name);
  if (manager === undefined) return;
  const words = operands(command, manager.values);
  if (isInspection(beforePackage(command, words, manager))) return;
  if (words[1]?.value === "set" && words[0]?.value === "pkg") return setsManifest(command, words.slice(2), scene);
  if (changesSources(command, words, manager, scene)) return;
  const named = optionValues(command, ...(manager.named ?? []));
  const call = callOf(words, manager);
  if (call === null && named.length === 0) return;
  const own = call?.runs === true ? [...call.words.slice(0, named.length > 0 ? 0 : 1), ...named] : [...(call?.words ?? []), ...named]; // prettier-ignore
  const [version] = optionValues(command, ...(manager.version ?? []));
  for (const word of own) install(word, version?.value ?? "", { command, manager, runs: call?.runs === true, scene });
  if (call?.runs === true) handsSecret(command, own[0], manager, scene);
  else sources(command, own, scene);
  unverified(command, call?.runs === true ? own : command.args, scene);
  for (const file of optionValues(command, "-r", "--requirement", "--requirements")) requirements(file, command, scene);
};

/** `npm pkg set scripts.postinstall=... dependencies.x=https://…`: a script counts as run, a dependency as installed. */
function setsManifest(command: SimpleCommand, words: readonly Word[], scene: Scene): void {
  for (const word of words) {
    const at = word.value.indexOf("=");
    const key = word.value.slice(0, Math.max(at, 0));
    if (/^scripts[.[]/.test(key)) readScript(word.value.slice(at + 1), word, command, scene);
    else if (/^(?:\w{1,20}D|d)ependencies[.[]/.test(key))
      install(after(word, at + 1), "", { command, manager: DECLARED, runs: false, scene });
  }
}
const DECLARED: Manager = { ecosystem: "npm", syntax: "npm", installs: [] };

export const packages: NamedMaker = { concerns: (name) => managerOf(name) !== undefined, make: managed };

/** What follows a package that is run is that package's own: `npx tool --help` runs the tool. */
function beforePackage(command: SimpleCommand, words: readonly Word[], manager: Manager): SimpleCommand {
  const call = manager.runs === undefined ? null : callOf(words, manager);
  const at = call?.runs === true ? command.args.indexOf(call.words[0] as Word) : -1;
  return at === -1 ? command : { ...command, args: command.args.slice(0, at) };
}

type Call = { words: readonly Word[]; runs: boolean };

/** Which kind of call it is, by its first words. */
function callOf(words: readonly Word[], { installs, runs = [] }: Manager): Call | null {
  let found: (Call & { length: number }) | null = null;
  for (const [phrases, isRun] of [[installs, false], [runs, true]] as const) {
    for (const phrase of phrases) {
      const length = startsWith(words, phrase);
      if (length !== null && (found === null || length > found.length))
        found = { words: words.slice(length), runs: isRun, length };
    }
  }
  return found;
} // prettier-ignore

type Install = { command: SimpleCommand; manager: Manager; runs: boolean; scene: Scene };

function install(word: Word, version: string, { command, manager, runs, scene }: Install): void {
  const found = packageWord(word.value, manager.syntax);
  if (found === null || word.unknownAt === 0) return;
  if (found.local) return localPackage(word, command, scene);
  const { ecosystem } = manager;
  const name = manager.syntax === "at" && ecosystem === "Go" ? modulePath(found.name ?? "") : (found.name ?? "");
  const like = lookAlike(name, ecosystem) ?? "";
  const traits = { ecosystem, name, version: found.requirement || version, packages: clip(word.value), like };
  if (found.from === null) {
    add(scene, "install", "package", name, word, `installs ${clip(word.value)}`, { ...traits, source: "package", to: "trusted" }); // prettier-ignore
    return;
  }
  const { to } = placeOfPackages(found.from, scene);
  if (runs && to !== "trusted") return addFetched(found.from.replace(/^\w+\+/, ""), "package", command, scene);
  const note = `installs straight from ${clip(found.from)}`;
  add(scene, "install", "url", found.from, word, note, { ...traits, source: "url", to });
}

/** Flags and programs by which a package is fetched, whether the project has it or not. */
const FETCHES = /^(?:-y|--yes)$/;

/** `npx -y tool --token "$TOKEN"`: a secret for a package that nobody here has chosen before. */
function handsSecret(command: SimpleCommand, word: Word | undefined, { ecosystem, syntax }: Manager, scene: Scene): void {
  const name = word === undefined ? null : (packageWord(word.value, syntax)?.name ?? null);
  const secret = command.args.find(({ variables, start }) => start > (word?.start ?? 0) && variables.some(isSecretName));
  if (word === undefined || name === null || secret === undefined || isWellKnown(name, ecosystem)) return;
  const certain = command.name !== "npx" || command.args.some(({ value }) => FETCHES.test(value));
  const label = secret.variables.find(isSecretName) ?? "";
  add(scene, "install", "package", name, secret, `gives $${clip(label)} to ${clip(word.value)}`, { source: "handed", certain, to: "unknown", ecosystem: "", name: "", version: "", packages: clip(word.value) });
} // prettier-ignore

/** `example.com/mod/cmd/tool` is inside the module `example.com/mod`; advisories know modules. Which part that is shows only online. */
const modulePath = (path: string): string => path.replace(/\/(?:cmd|\.\.\.)(?:\/.*)?$/, "");

/** What is installed depends on a file: what earlier calls wrote or fetched there is then looked up (earlier.ts). */
function fromFile(path: string, word: Word, scene: Scene): void {
  add(scene, "install", "path", path, word, `installs what ${clip(path)} holds`, { source: "file", to: "local", ecosystem: "", name: "", version: "", packages: clip(path) }); // prettier-ignore
}

/** A package file: where this command line fetched it from, its code is run unseen. */
function localPackage(word: Word, command: SimpleCommand, scene: Scene): void {
  const path = pathOf(word, command, scene);
  if (path !== null) fromFile(path, word, scene);
  const origin = path === null || scene.fetched.size === 0 ? null : originOf(path, scene);
  if (origin !== null && placeOfPackages(origin, scene).to !== "trusted") addFetched(origin, "package", command, scene);
}

/** Every other address an install is given is a place that packages come from. */
function sources(command: SimpleCommand, own: readonly Word[], scene: Scene): void {
  for (const url of addressesIn(command.args.filter((arg) => !own.some((word) => word.start === arg.start)))) {
    const { host, to } = placeOfPackages(url.value, scene);
    const isRepository = /\.git$|^git\+/.test(url.value) || command.args.some((arg) => arg.value === "--git");
    const note = isRepository ? `installs straight from ${clip(url.value)}` : `installs from ${host ?? "an unknown registry"}`;
    add(scene, "install", isRepository ? "url" : "host", isRepository ? url.value : host, url, note, { source: isRepository ? "url" : "registry", to, ecosystem: "", name: "", version: "", packages: clip(own.map((word) => word.value).join(" ")) });
  }
} // prettier-ignore

const UNVERIFIED =
  /^(?:--(?:allow-unauthenticated|force-yes|no-?gpg-?checks?|allow-untrusted|allow-insecure-repositories|skip-signature|nosignature|nodigest|no-verify-ssl|insecure|insecure-skip-tls-verify|no-check-certificate|skip-checksums?|no-checksums?|trusted-host|strict-ssl=false|setopt=.*gpgcheck=(?:0|false)|no-secure|https-only=false)(?:=|$)|APT::Get::AllowUnauthenticated=(?:true|1)|\*?\.?gpgcheck=0)/i;

function unverified(command: SimpleCommand, words: readonly Word[], scene: Scene): void {
  const flag = words.find((word) => UNVERIFIED.test(word.value));
  if (flag === undefined) return;
  const host = flag.value === "--trusted-host" ? optionValues(command, "--trusted-host")[0]?.value : undefined;
  if (host !== undefined && placeOfPackages(host, scene).to === "trusted") return;
  add(scene, "install", "package", host ?? null, flag, `installs without checking where it comes from (${clip(flag.value)})`, { source: "unverified", to: "unknown", ecosystem: "", name: "", version: "", packages: clip(command.name) }); // prettier-ignore
}

const MAX_REQUIREMENTS = 500;
const PYTHON: Manager = { ecosystem: "PyPI", syntax: "python", installs: [] };
const isEntry = (text: string): boolean => text !== "" && !/^--hash=\w+:\w+\s*\\?$/.test(text);

/** A list of requirements that this command line wrote itself. */
function requirements(file: Word, command: SimpleCommand, scene: Scene): void {
  const path = file.unknownAt === -1 ? resolvePath(file.value, command.cwd, scene.home) : null;
  if (path !== null) fromFile(path, file, scene);
  const content = path === null ? undefined : scene.reading.files.get(path);
  const entries = (content ?? "").split("\n").map((line) => line.replace(/(?:^|\s)#.*$/, "").trim()).filter(isEntry); // prettier-ignore
  if (entries.length > MAX_REQUIREMENTS) cannotRead("The list of packages is longer than can be read through.", file, scene); // prettier-ignore
  for (const text of entries.slice(0, MAX_REQUIREMENTS)) {
    const word = literal(text, file);
    if (text.startsWith("-")) sources({ ...command, args: [word] }, [], scene);
    else install(word, "", { command, manager: PYTHON, runs: false, scene });
  }
}
