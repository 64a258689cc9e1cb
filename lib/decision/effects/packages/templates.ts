import type { SimpleCommand, Word } from "../../shell/types";
import { hasFlag, operands, optionValues } from "../arguments";
import { addFetched } from "../fetched";
import { add, type Maker, type Scene } from "../scene";
import { clip } from "../clip";
import { placeOfPackages } from "./package-places";
import { packageWord } from "./package-words";

/**
 * Programs that fetch something from an address and run what it holds: templates with hooks, scripts, whole projects. `verbs`: the words
 * before the address, none for a program that takes it at once. `trusts`: the flag without which hooks do not run. `flags`: whose value
 * is the address.
 */
type Runner = {
  verbs: readonly string[];
  trusts?: readonly string[];
  flags?: readonly string[];
  values?: readonly string[];
};

const FIRST: Runner = { verbs: [""] };
const SCRIPT: Runner = { verbs: ["run"], values: ["--with", "--python", "-p", "--project", "--directory", "--cwd", "--env-file", "--index", "--filter"] }; // prettier-ignore
const IMAGE: Runner = { verbs: ["build", "buildx build", "image build", "builder build"], values: ["-t", "--tag", "--build-arg", "-f", "--file", "--target", "--platform", "--cache-from", "--cache-to", "-o", "--output", "--secret", "--label", "--network", "--progress", "--builder"] }; // prettier-ignore
const COMPOSE: Runner = { verbs: [], flags: ["-f", "--file"] };
const RUNNERS: Readonly<Record<string, readonly Runner[]>> = {
  copier: [{ verbs: ["copy", "update", "recopy", ""], trusts: ["--trust", "--UNSAFE"], values: ["-d", "--data", "-r", "--vcs-ref", "-a", "--answers-file", "--data-file", "-x", "--exclude"] }],
  cookiecutter: [{ ...FIRST, values: ["-c", "--checkout", "-o", "--output-dir", "--directory", "--config-file", "--replay-file"] }], cruft: [{ verbs: ["create", "link"] }],
  "pre-commit": [{ verbs: ["try-repo"] }], jbang: [FIRST, { verbs: ["run", "app install"] }], groovy: [FIRST], kotlin: [FIRST], scala: [FIRST], "scala-cli": [{ verbs: ["run", ""] }], java: [{ verbs: [], flags: ["-jar"] }],
  python3: [FIRST], python: [FIRST], bun: [SCRIPT, FIRST], uv: [SCRIPT], node: [{ verbs: [], flags: ["--import", "--require", "-r", "--loader"] }], yarn: [{ verbs: ["set version", "policies set-version"] }],
  "nix-shell": [FIRST, { verbs: [], flags: ["-I"] }], "nix-env": [{ verbs: [], flags: ["-f", "--file"] }], nix: [{ verbs: ["run", "shell", "develop"] }], guix: [{ verbs: [], flags: ["--url"] }],
  docker: [IMAGE, COMPOSE], podman: [IMAGE], nerdctl: [IMAGE, COMPOSE], "docker-compose": [COMPOSE], buildah: [{ verbs: ["bud", "build"] }], vagrant: [{ verbs: ["box add"] }, { verbs: [], flags: ["--box-url"] }],
  mix: [{ verbs: ["archive.install", "escript.install", "archive.install git", "escript.install git"] }], terraform: [{ verbs: [], flags: ["-from-module"] }], cpanm: [FIRST],
}; // prettier-ignore

const ADDRESS = /^(?:(?:git|hg)\+)?(?:https?|ssh|git):\/\/|^git@|^(?:github|gitlab|bitbucket|gh|gl|bb):/i;

const runs: Maker = (command, scene) => {
  for (const runner of RUNNERS[command.name] ?? []) {
    if (runner.trusts !== undefined && !hasFlag(command, ...runner.trusts)) continue;
    for (const word of addressesOf(command, runner)) if (ADDRESS.test(word.value)) fetchesFrom(word, command, scene);
  }
};

/** The words that stand where the address does. */
function addressesOf(command: SimpleCommand, { verbs, flags = [], values = [] }: Runner): Word[] {
  const words = operands(command, values);
  const behind = verbs.flatMap((verb) => {
    const parts = verb === "" ? [] : verb.split(" ");
    const word = words[parts.length];
    return word !== undefined && parts.every((part, i) => words[i]?.value === part) ? [word] : [];
  });
  return [...new Set([...behind, ...(flags.length === 0 ? [] : optionValues(command, ...flags))])];
}

function fetchesFrom(word: Word, command: SimpleCommand, scene: Scene): void {
  const from = packageWord(word.value, "none")?.from ?? packageWord(word.value, "npm")?.from ?? word.value;
  if (placeOfPackages(from, scene).to !== "trusted") addFetched(from.replace(/^\w+\+/, ""), "package", command, scene);
}

/** Other managers' places of packages, with the words after which one is named. */
const SOURCES: Readonly<Record<string, { verbs: readonly string[]; flags?: readonly string[] }>> = {
  opam: { verbs: ["repo add", "repository add", "repo set-url", "repository set-url"] }, conan: { verbs: ["remote add", "remote update"] }, pod: { verbs: ["repo add"] }, luarocks: { verbs: [], flags: ["--server", "--only-server", "-s"] },
  cpanm: { verbs: [], flags: ["--mirror", "--from"] }, cpan: { verbs: [], flags: ["-M"] }, mix: { verbs: ["hex.repo add", "hex.repo set"] }, "nix-channel": { verbs: [], flags: ["--add"] }, choco: { verbs: ["source add"], flags: ["-s", "--source"] },
  scoop: { verbs: ["bucket add"] }, winget: { verbs: ["source add"] }, "ansible-galaxy": { verbs: ["install", "collection install", "role install"], flags: ["-s", "--server"] }, swift: { verbs: ["package-registry set"] }, spack: { verbs: ["mirror add", "repo add"] },
  nimble: { verbs: ["install"] }, vcpkg: { verbs: ["x-update-registry"] },
}; // prettier-ignore

const addsSource: Maker = (command, scene) => {
  const source = SOURCES[command.name];
  if (source === undefined) return;
  const words = operands(command);
  const isVerb = source.verbs.some((verb) => verb.split(" ").every((part, i) => words[i]?.value === part));
  const named = [...(isVerb ? words : []), ...optionValues(command, ...(source.flags ?? []))];
  for (const word of named) {
    if (!ADDRESS.test(word.value)) continue;
    const { host, to } = placeOfPackages(word.value, scene);
    const note = `takes packages from ${clip(host ?? word.value)}`;
    add(scene, "install", "host", host, word, note, { source: "registry", to, ecosystem: "", name: "", version: "", packages: "all" }); // prettier-ignore
  }
};

export const TEMPLATE_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  [...new Set([...Object.keys(RUNNERS), ...Object.keys(SOURCES)])].map((name) => [
    name,
    (command, scene) => {
      runs(command, scene);
      addsSource(command, scene);
    },
  ]),
);
