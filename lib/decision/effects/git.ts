import type { SimpleCommand, Word } from "../shell/types";
import { hasFlag, isInspection, operands, optionValues, phrase } from "./arguments";
import { looksLikeUrl, isTrustedRemote } from "./git-remotes";
import { isSecretName } from "../credential-paths";
import { clip } from "./files";
import { flowInto } from "./flow";
import { addSend } from "./network";
import { add, pathOf, type Maker, type Scene } from "./scene";

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
  const config = command.args.filter((_, i) => i < at && command.args[i - 1]?.value === "-c");
  return { name: word.value, rest: { ...command, args: command.args.slice(at + 1) }, config };
}

export const git: Maker = (command, scene) => {
  const sub = subcommandOf(command);
  if (sub === null) return;
  for (const word of sub.config) configured(word.value.replace("=", " "), word, scene, command);
  if (hasFlag(sub.rest, "--no-verify") && /^(commit|push|merge|rebase|am|cherry-pick)$/.test(sub.name)) skipsHooks(command, scene);
  else if (sub.name === "commit" && sub.rest.args.some((arg) => /^-[a-z]*n[a-z]*$/.test(arg.value) && !/^-[a-z]*m/.test(arg.value.slice(0, arg.value.indexOf("n"))))) skipsHooks(command, scene); // prettier-ignore
  const make = Object.hasOwn(SUBCOMMANDS, sub.name) ? SUBCOMMANDS[sub.name] : undefined;
  if (make !== undefined && !isInspection(sub.rest)) make(sub.rest, scene);
};

const skipsHooks = (command: SimpleCommand, scene: Scene) =>
  add(scene, "guard-change", "command", "git hooks", command, "skips git hooks", { what: "no-verify" });

const push: Maker = (command, scene) => {
  if (hasFlag(command, "--dry-run", "-n")) return;
  const words = operands(command, ["-o", "--push-option", "--receive-pack", "--repo", "--exec"]);
  const remote = words[0]?.value ?? optionValues(command, "--repo")[0]?.value ?? "origin";
  const refs = words.slice(1);
  const trusted = isTrustedRemote(remote, scene);
  const lease = hasFlag(command, "--force-with-lease", "--force-if-includes");
  const force = hasFlag(command, "--force", "-f") || refs.some((ref) => ref.value.startsWith("+"));
  const mirror = hasFlag(command, "--mirror");
  const all = mirror || hasFlag(command, "--all", "--branches");
  const removes = hasFlag(command, "--delete", "-d", "--prune") || mirror;
  const branch = branchOf(refs, scene);
  const traits = { remote, trusted, branch: branch ?? "", all };
  if (!trusted) {
    const url = scene.remotes.get(remote) ?? remote;
    add(scene, "git-push", "remote", remote, command, `pushes to ${clip(url)}`, traits);
    if (!looksLikeUrl(url) && !scene.remotes.has(remote)) return;
    addSend(words[0] ?? null, url, [{ sort: "file", label: "the repository", start: command.start, end: command.end }], "git", command, scene);
    for (const name of words[0]?.variables ?? []) if (isSecretName(name)) addSend(words[0] ?? null, url, flowInto(command, scene, words), "git", command, scene); // prettier-ignore
    return;
  }
  for (const ref of refs) {
    const name = ref.value.startsWith(":") && ref.value.length > 1 ? ref.value.slice(1) : removes ? ref.value : null;
    if (name !== null) add(scene, "git-delete-remote", "branch", name, ref, `deletes ${name} on ${remote}`, { ...traits, branch: name });
  }
  if (removes && refs.length === 0) add(scene, "git-delete-remote", "branch", null, command, `deletes branches on ${remote}`, traits);
  if (force || lease || mirror) {
    add(scene, "git-force-push", "branch", branch, command, `rewrites ${branch ?? "a branch"} on ${remote}`, { ...traits, lease: lease && !force, shared: isShared(branch, scene) }); // prettier-ignore
  } else if (!removes) add(scene, "git-push", "branch", branch, command, `pushes to ${remote}`, traits);
};

function branchOf(refs: readonly Word[], scene: Scene): string | null {
  const ref = refs[0]?.value;
  if (ref === undefined || ref === "HEAD" || ref === "@") return scene.action.git?.branch ?? null;
  const target = ref.replace(/^\+/, "").split(":").at(-1) as string;
  return target.replace(/^refs\/heads\//, "");
}

const isShared = (branch: string | null, scene: Scene) =>
  branch !== null && (branch === scene.action.git?.defaultBranch || /^(main|master|develop|trunk|release.*|production|prod|staging)$/.test(branch));

const discard =
  (what: string): Maker =>
  (command, scene) =>
    add(scene, "git-discard", "none", phrase(command.args) || null, command, what, { what });

const SUBCOMMANDS: Readonly<Record<string, Maker>> = {
  push,
  reset: (command, scene) => {
    if (hasFlag(command, "--hard", "--merge")) discard("throws away uncommitted work")(command, scene);
  },
  clean: (command, scene) => {
    if (hasFlag(command, "-f", "--force") && !hasFlag(command, "-n", "--dry-run")) discard("deletes untracked files")(command, scene);
  },
  checkout: (command, scene) => {
    const dashes = command.args.findIndex((arg) => arg.value === "--");
    const words = operands(command, ["-b", "-B", "--orphan"]);
    const everything = words.some((word) => /^(\.|\.\/|\*|:\/)$/.test(word.value));
    if (everything || hasFlag(command, "-f", "--force") || (dashes !== -1 && dashes < command.args.length - 1 && words.length > 0)) {
      discard("throws away uncommitted changes")(command, scene);
    }
  },
  switch: (command, scene) => {
    if (hasFlag(command, "-f", "--force", "--discard-changes")) discard("throws away uncommitted changes")(command, scene);
  },
  restore: (command, scene) => {
    if (hasFlag(command, "--staged", "-S") && !hasFlag(command, "--worktree", "-W")) return;
    discard("throws away uncommitted changes")(command, scene);
  },
  stash: (command, scene) => {
    if (/^(drop|clear)$/.test(command.args[0]?.value ?? "")) discard("deletes stashed work")(command, scene);
  },
  branch: (command, scene) => {
    const forced = command.args.some((arg) => /^-[a-zA-Z]*D/.test(arg.value)) || (hasFlag(command, "-d", "--delete") && hasFlag(command, "-f", "--force"));
    if (forced) discard("deletes a branch whether merged or not")(command, scene);
  },
  tag: () => undefined,
  reflog: (command, scene) => {
    if (/^(expire|delete)$/.test(command.args[0]?.value ?? "")) rewrite("removes the record of earlier states")(command, scene);
  },
  gc: (command, scene) => {
    if (command.args.some((arg) => /^--prune=(now|all)/.test(arg.value))) rewrite("removes unreachable work for good")(command, scene);
  },
  prune: rewriteMaker("removes unreachable work for good"),
  "filter-branch": rewriteMaker("rewrites the repository's history"),
  "filter-repo": rewriteMaker("rewrites the repository's history"),
  "update-ref": (command, scene) => {
    if (hasFlag(command, "-d", "--delete")) rewrite("deletes a reference")(command, scene);
  },
  worktree: (command, scene) => {
    if (command.args[0]?.value === "remove" && hasFlag(command, "--force", "-f")) discard("removes a worktree with its changes")(command, scene);
  },
  submodule: (command, scene) => {
    if (command.args[0]?.value === "deinit" && hasFlag(command, "--force", "-f")) discard("removes a submodule's changes")(command, scene);
  },
  commit: (command, scene) => {
    if (hasFlag(command, "--amend")) add(scene, "git-rewrite", "none", null, command, "changes the last commit", { what: "amend" });
  },
  remote: (command, scene) => {
    const [verb, ...words] = operands(command, ["-t", "-m"]);
    const name = words[0]?.value;
    const url = words[1];
    if (name === undefined || !/^(add|set-url)$/.test(verb?.value ?? "")) return;
    if (url === undefined) return;
    scene.remotes.set(name, url.value);
    const trusted = isTrustedRemote(name, scene);
    add(scene, "git-remote-change", "remote", url.value, command, `points ${name} at ${clip(url.value)}`, { verb: verb?.value ?? "", name, trusted });
  },
  config: (command, scene) => configured(phrase(operands(command, ["-f", "--file"])), command, scene, command),
  clone: (command, scene) => {
    const [url, directory] = operands(command, ["-b", "--branch", "--depth", "-o", "--origin", "-c", "--config", "-j", "--reference", "--filter"]);
    if (url === undefined) return;
    const flow = flowInto(command, scene, [url]).filter((source) => source.sort !== "file");
    if (flow.length > 0) addSend(url, url.value, flow, "git", command, scene);
    const name = url.value.replace(/\/+$/, "").replace(/\.git$/, "").split(/[/:]/).at(-1) as string; // prettier-ignore
    const path = pathOf(directory ?? { ...url, value: name }, command, scene);
    if (path !== null && !isTrustedRemote(url.value, scene) && looksLikeUrl(url.value)) scene.fetched.set(path, url.value);
    add(scene, "fetch", "url", url.value, command, `clones ${clip(url.value)}`, { to: "unknown", method: "git" });
  },
  bundle: (command, scene) => {
    const file = operands(command)[1];
    const path = file === undefined ? null : pathOf(file, command, scene);
    if (command.args[0]?.value === "create" && path !== null) scene.tainted.set(path, { sort: "file", label: "an archive", start: command.start, end: command.end }); // prettier-ignore
  },
};

function rewriteMaker(note: string): Maker {
  return (command, scene) => rewrite(note)(command, scene);
}

function rewrite(note: string): Maker {
  return (command, scene) => add(scene, "git-rewrite", "none", null, command, note, { what: "history" });
}

/** Settings that make git run programs, skip hooks or talk to other hosts. */
function configured(setting: string, span: { start: number; end: number }, scene: Scene, command: SimpleCommand): void {
  if (hasFlag(command, "--get", "--list", "-l", "--unset", "--get-all", "--get-regexp")) return;
  const [key = "", ...rest] = setting.split(" ");
  const value = rest.join(" ");
  const name = key.toLowerCase();
  const guard = (what: string, note: string) => add(scene, "guard-change", "command", key, span, note, { what });
  if (value === "" && rest.length === 0) return;
  if (name === "core.hookspath") guard("hooks-path", "changes where git looks for hooks");
  else if (name === "http.sslverify" && /^(false|0|no|off)$/i.test(value)) guard("tls", "turns git's certificate checks off");
  else if (/^url\..*\.(insteadof|pushinsteadof)$/.test(name)) {
    add(scene, "git-remote-change", "remote", key, span, "redirects git URLs to another place", { verb: "insteadOf", name: key, trusted: scene.trust.gitRemote(key.slice(4, key.lastIndexOf("."))) }); // prettier-ignore
  } else if (/^(core\.(sshcommand|fsmonitor|editor|pager|askpass|gitproxy)|filter\..*|diff\..*\.(command|textconv)|alias\..*|credential\.helper|gpg\.program|uploadpack\..*|protocol\.ext\.allow)$/.test(name) && /[!|;&$]|\bsh\b|\/|curl|wget|always/.test(value) && !/^(vim|nano|code|cache|osxkeychain|store|manager.*|delta|less.*)( --wait)?$/.test(value)) { // prettier-ignore
    add(scene, "persist", "command", key, span, `makes git run ${clip(value)}`, { what: "git-config" });
  }
}

