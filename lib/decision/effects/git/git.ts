import type { SimpleCommand, Word } from "../../shell/types";
import { after, literal } from "../../shell/word";
import { hasFlag, isInspection, operands, optionValues, phrase } from "../arguments";
import { resolvePath } from "../../paths";
import { clip } from "../clip";
import { flowInto } from "../secrets/flow";
import { movesBranch } from "./branch-moves";
import { configured, usesProjectHooks } from "./git-config";
import { commit } from "./git-commit";
import { LOSSES, unguardedClean } from "./git-losses";
import { push } from "./git-push";
import { isTrustedRemote, looksLikeUrl } from "./git-remotes";
import { initialised, madeRepository, notesScratchRemote, pushesWithinScratch, scratchPath } from "./own-repositories";
import { SCRATCH } from "../guard/guard-paths";
import { unsetsHooks } from "../guard/hook-removal";
import { add, pathOf, type Maker, type Scene } from "../scene";
import { addSend } from "../network/sending";
import { matchesOf } from "../../matches";

const GLOBAL_VALUES = ["-C", "-c", "--config-env", "--git-dir", "--work-tree", "--namespace", "--super-prefix", "--attr-source"]; // prettier-ignore

/** `--config-env name=VARIABLE`: the setting with the variable's value, or with its name where that is not known. */
function fromVariable(word: Word, { assignments }: SimpleCommand): Word {
  const [key = "", name = ""] = word.value.split("=");
  return { ...word, value: `${key}=${assignments.get(name)?.value ?? `$${name}`}`, verbatimAt: null };
}

/** Splits git's own options from the subcommand's words. */
function subcommandOf(command: SimpleCommand): { name: string; rest: SimpleCommand; config: readonly Word[] } | null {
  let at = 0;
  while (at < command.args.length) {
    const { value } = command.args[at] as Word;
    if (!value.startsWith("-")) break;
    at += GLOBAL_VALUES.includes(value) ? 2 : 1;
  }
  const word = command.args[at];
  if (word === undefined) return null;
  const before = command.args.slice(0, at);
  const config = before.flatMap((arg, i) =>
    before[i - 1]?.value === "-c"
      ? [arg]
      : before[i - 1]?.value === "--config-env"
        ? [fromVariable(arg, command)]
        : arg.value.startsWith("--config-env=")
          ? [fromVariable(after(arg, "--config-env=".length), command)]
          : /^-c./.test(arg.value)
            ? [after(arg, 2)]
            : [],
  );
  return { name: word.value, rest: { ...command, args: command.args.slice(at + 1), cwd: placeOfWork(before, command) }, config }; // prettier-ignore
}

/** Where git works: `-C` is a `cd` of its own; with another directory for its data or its files it is not known here. */
function placeOfWork(before: readonly Word[], command: SimpleCommand): string | null {
  if (before.some(({ value }) => /^--(?:git-dir|work-tree)(?:=|$)/.test(value))) return null;
  let { cwd } = command;
  for (const [i, word] of before.entries())
    if (before[i - 1]?.value === "-C") cwd = word.unknownAt === -1 ? resolvePath(word.value, cwd, null) : null;
  return cwd;
}

/** Settings given for one call hold for that call. */
export const git: Maker = (command, scene) => {
  const before = scene.gitSettings;
  scene.gitSettings = new Map(before);
  const lasting = run(command, scene);
  if (!lasting) scene.gitSettings = before;
};

/** Whether what it sets stays set. */
function run(command: SimpleCommand, scene: Scene, isAlias = false): boolean {
  const sub = subcommandOf(command);
  if (sub === null) return false;
  for (const [name, key] of command.assignments) {
    const value = /^GIT_CONFIG_KEY_\d+$/.test(name) ? command.assignments.get(name.replace("KEY", "VALUE")) : undefined;
    if (value !== undefined) configured(`${key.value} ${value.value}`, value, scene);
  }
  const given = command.assignments.get("GIT_CONFIG_PARAMETERS");
  if (given !== undefined)
    for (const [, name = "", text = ""] of matchesOf(given.value, /'([^'=]{1,200})'?=\s?'?([^']*)'/g))
      configured(`${name} ${text}`, given, scene);
  for (const word of sub.config) configured(word.value.replace("=", " "), word, scene);
  const aliased = isAlias ? undefined : scene.gitSettings.get(`alias.${sub.name.toLowerCase()}`);
  if (aliased !== undefined && !aliased.startsWith("!") && !Object.hasOwn(SUBCOMMANDS, sub.name))
    return run({ ...command, args: [...aliasWords(aliased, command), ...sub.rest.args] }, scene, true);
  const planted = optionValues(command, "--exec-path", "--template").find(({ value }) => SCRATCH.test(value));
  if (planted !== undefined)
    add(scene, "guard-change", "path", planted.value, planted, "makes git run what a scratch directory holds", { what: "preload" }); // prettier-ignore
  if (hasFlag(sub.rest, "--no-verify") && /^(commit|push|merge|rebase|am|cherry-pick)$/.test(sub.name))
    skipsHooks(command, scene);
  else if (
    sub.name === "commit" &&
    sub.rest.args.some(
      (arg) => /^-[a-z]*n[a-z]*$/.test(arg.value) && !/^-[a-z]*m/.test(arg.value.slice(0, arg.value.indexOf("n"))),
    )
  )
    skipsHooks(command, scene);
  const make = Object.hasOwn(SUBCOMMANDS, sub.name) ? SUBCOMMANDS[sub.name] : undefined;
  if (make === undefined || isInspection(sub.rest)) return false;
  make(sub.rest, scene);
  movesBranch(sub.name, sub.rest, scene);
  if (sub.name === "clean" && sub.config.some(({ value }) => UNGUARDED_CLEAN.test(value)))
    unguardedClean(sub.rest, scene);
  return sub.name === "config";
}

const aliasWords = (alias: string, at: SimpleCommand): Word[] =>
  matchesOf(alias, /"([^"]*)"|'([^']*)'|(\S+)/g).map(([, double, single, plain]) =>
    literal(double ?? single ?? plain ?? "", at),
  );

const UNGUARDED_CLEAN = /^clean\.requireforce=(?:false|no|off|0)$/i;

const skipsHooks = (command: SimpleCommand, scene: Scene) =>
  add(scene, "guard-change", "command", "git hooks", command, "skips git hooks", { what: "no-verify" });

const SUBCOMMANDS: Readonly<Record<string, Maker>> = {
  ...LOSSES,
  push: (command, scene) => {
    if (!pushesWithinScratch(command, scene)) push(command, scene);
  },
  "send-pack": push,
  init: initialised,
  commit,
  remote: (command, scene) => {
    const [verb, ...words] = operands(command, ["-t", "-m"]);
    const name = words[0]?.value;
    const url = words[1];
    if (name === undefined || !/^(add|set-url)$/.test(verb?.value ?? "")) return;
    if (url === undefined) return;
    if (notesScratchRemote(name, url, command, scene)) return;
    scene.remotes.set(name, url.value);
    const trusted = isTrustedRemote(name, scene);
    add(scene, "git-remote-change", "remote", url.value, command, `points ${name} at ${clip(url.value)}`, {
      verb: verb?.value ?? "",
      name,
      trusted,
    });
  },
  config: (command, scene) => {
    unsetsHooks(command, scene);
    if (hasFlag(command, "--get", "--list", "-l", "--unset", "--get-all", "--get-regexp")) return;
    if (!usesProjectHooks(command, scene))
      configured(phrase(operands(command, ["-f", "--file"])).replace(/^set /, ""), command, scene);
  },
  clone: (command, scene) => {
    const [url, directory] = operands(command, [
      "-b",
      "--branch",
      "--depth",
      "-o",
      "--origin",
      "-c",
      "--config",
      "-j",
      "--reference",
      "--filter",
    ]);
    if (url === undefined) return;
    const flow = flowInto(command, scene, [url]).filter((source) => source.sort !== "file");
    if (flow.length > 0) addSend(url, url.value, flow, "git", command, scene);
    const name = url.value
      .replace(/\/+$/, "")
      .replace(/\.git$/, "")
      .split(/[/:]/)
      .at(-1) as string;
    const path = pathOf(directory ?? { ...url, value: name }, command, scene);
    if (path !== null && !isTrustedRemote(url.value, scene) && looksLikeUrl(url.value))
      scene.fetched.set(path, url.value);
    madeRepository(path, scratchPath(url, command, scene), scene);
    add(scene, "fetch", "url", url.value, command, `clones ${clip(url.value)}`, { to: "unknown", method: "git" });
  },
  bundle: (command, scene) => {
    const file = operands(command)[1];
    const path = file === undefined ? null : pathOf(file, command, scene);
    if (command.args[0]?.value === "create" && path !== null)
      scene.tainted.set(path, { sort: "file", label: "an archive", start: command.start, end: command.end });
  },
};
