import type { SimpleCommand, Word } from "../shell/types";
import { after } from "../shell/word";
import { hasFlag, isInspection, operands, phrase } from "./arguments";
import { clip } from "./clip";
import { flowInto } from "./flow";
import { configured } from "./git-config";
import { push } from "./git-push";
import { isTrustedRemote, looksLikeUrl } from "./git-remotes";
import { add, pathOf, type Maker, type Scene } from "./scene";
import { addSend } from "./sending";

const GLOBAL_VALUES = ["-C", "-c", "--git-dir", "--work-tree", "--namespace", "--exec-path"];

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
    before[i - 1]?.value === "-c" ? [arg] : /^-c./.test(arg.value) ? [after(arg, 2)] : [],
  );
  return { name: word.value, rest: { ...command, args: command.args.slice(at + 1) }, config };
}

export const git: Maker = (command, scene) => {
  const sub = subcommandOf(command);
  if (sub === null) return;
  for (const word of sub.config) configured(word.value.replace("=", " "), word, scene, command);
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
  if (make !== undefined && !isInspection(sub.rest)) make(sub.rest, scene);
};

const skipsHooks = (command: SimpleCommand, scene: Scene) =>
  add(scene, "guard-change", "command", "git hooks", command, "skips git hooks", { what: "no-verify" });

const discard =
  (what: string): Maker =>
  (command, scene) =>
    add(scene, "git-discard", "none", phrase(command.args) || null, command, what, { what });

const makesBranch = (command: SimpleCommand) =>
  command.args.some((arg) => /^(-[bBcC]|--create|--orphan|--detach|--track)/.test(arg.value));

/** A path that stands for a whole tree, not for files one has in mind. `sure`: what follows is a path, not a branch. */
const isSweeping = ({ value }: Word, sure: boolean): boolean =>
  /^(\.|\.\/|\.\.|\*|\.\/\*|:\/|:|\*\*.*|:\(top\).*)$/.test(value) ||
  (sure &&
    /^[^.*]+\/?$/.test(value) &&
    !/^(Makefile|Dockerfile|LICENSE|README|Gemfile|Procfile|Rakefile|Justfile)$/.test(value.split("/").at(-1) ?? ""));

const SUBCOMMANDS: Readonly<Record<string, Maker>> = {
  push,
  reset: (command, scene) => {
    if (hasFlag(command, "--hard", "--merge")) discard("throws away uncommitted work")(command, scene);
  },
  clean: (command, scene) => {
    if (hasFlag(command, "-f", "--force") && !hasFlag(command, "-n", "--dry-run"))
      discard("deletes untracked files")(command, scene);
  },
  checkout: (command, scene) => {
    if (makesBranch(command)) return;
    const dashes = command.args.findIndex((arg) => arg.value === "--");
    const paths = dashes === -1 ? operands(command) : command.args.slice(dashes + 1);
    if (hasFlag(command, "-f", "--force") || paths.some((word) => isSweeping(word, dashes !== -1))) {
      discard("throws away uncommitted changes")(command, scene);
    }
  },
  switch: (command, scene) => {
    if (!makesBranch(command) && hasFlag(command, "-f", "--force", "--discard-changes"))
      discard("throws away uncommitted changes")(command, scene);
  },
  restore: (command, scene) => {
    if (hasFlag(command, "--staged", "-S") && !hasFlag(command, "--worktree", "-W")) return;
    const paths = operands(command, ["-s", "--source"]);
    if (paths.some((word) => isSweeping(word, true))) discard("throws away uncommitted changes")(command, scene);
  },
  stash: (command, scene) => {
    if (/^(drop|clear)$/.test(command.args[0]?.value ?? "")) discard("deletes stashed work")(command, scene);
  },
  branch: (command, scene) => {
    const forced =
      command.args.some((arg) => /^-[a-zA-Z]*D/.test(arg.value)) ||
      (hasFlag(command, "-d", "--delete") && hasFlag(command, "-f", "--force"));
    if (forced) discard("deletes a branch whether merged or not")(command, scene);
  },
  tag: () => undefined,
  reflog: (command, scene) => {
    if (/^(expire|delete)$/.test(command.args[0]?.value ?? ""))
      rewrite("removes the record of earlier states")(command, scene);
  },
  gc: (command, scene) => {
    if (command.args.some((arg) => /^--prune=(now|all)/.test(arg.value)))
      rewrite("removes unreachable work for good")(command, scene);
  },
  prune: rewriteMaker("removes unreachable work for good"),
  "filter-branch": rewriteMaker("rewrites the repository's history"),
  "filter-repo": rewriteMaker("rewrites the repository's history"),
  "update-ref": (command, scene) => {
    if (hasFlag(command, "-d", "--delete")) rewrite("deletes a reference")(command, scene);
  },
  worktree: (command, scene) => {
    if (command.args[0]?.value === "remove" && hasFlag(command, "--force", "-f"))
      discard("removes a worktree with its changes")(command, scene);
  },
  submodule: (command, scene) => {
    if (command.args[0]?.value === "deinit" && hasFlag(command, "--force", "-f"))
      discard("removes a submodule's changes")(command, scene);
  },
  commit: (command, scene) => {
    if (hasFlag(command, "--amend"))
      add(scene, "git-rewrite", "none", null, command, "changes the last commit", { what: "amend" });
  },
  remote: (command, scene) => {
    const [verb, ...words] = operands(command, ["-t", "-m"]);
    const name = words[0]?.value;
    const url = words[1];
    if (name === undefined || !/^(add|set-url)$/.test(verb?.value ?? "")) return;
    if (url === undefined) return;
    scene.remotes.set(name, url.value);
    const trusted = isTrustedRemote(name, scene);
    add(scene, "git-remote-change", "remote", url.value, command, `points ${name} at ${clip(url.value)}`, {
      verb: verb?.value ?? "",
      name,
      trusted,
    });
  },
  config: (command, scene) => configured(phrase(operands(command, ["-f", "--file"])), command, scene, command),
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
    add(scene, "fetch", "url", url.value, command, `clones ${clip(url.value)}`, { to: "unknown", method: "git" });
  },
  bundle: (command, scene) => {
    const file = operands(command)[1];
    const path = file === undefined ? null : pathOf(file, command, scene);
    if (command.args[0]?.value === "create" && path !== null)
      scene.tainted.set(path, { sort: "file", label: "an archive", start: command.start, end: command.end });
  },
};

function rewriteMaker(note: string): Maker {
  return (command, scene) => rewrite(note)(command, scene);
}

function rewrite(note: string): Maker {
  return (command, scene) => add(scene, "git-rewrite", "none", null, command, note, { what: "history" });
}
