import type { SimpleCommand, Span } from "../../shell/types";
import { hasFlag, operands } from "../arguments";
import { add, type Maker, type Scene } from "../scene";

/** What takes a repository's checks away, as `--no-verify` does, and for every commit from then on. */

const MANAGERS = ["pre-commit", "pre_commit", "prek", "husky", "lefthook", "overcommit", "git-hooks"];
const INSTALLS = /^(?:install|init|add|--install|-i|update)$/;

/** Hooks that are taken away to be set up anew are missing for a moment only. */
const areSetUpAgain = (after: Span, { reading }: Scene): boolean =>
  reading.commands.some(({ name, args, start }) => start > after.start && installs([name, ...args.map(({ value }) => value)])); // prettier-ignore

/** `lefthook install`, `npx lefthook install` */
function installs(words: readonly string[]): boolean {
  const at = words.findIndex((word) => MANAGERS.includes(word));
  return at !== -1 && words.slice(at + 1).some((word) => INSTALLS.test(word));
}

const uninstalls: Maker = (command, scene) => {
  const [verb] = operands(command, ["-c", "--config", "-t", "--hook-type"]);
  const removes = verb?.value === "uninstall" || hasFlag(command, "--uninstall");
  removed(removes, command, scene);
};

/** `python -m pre_commit uninstall` */
const asModule: Maker = (command, scene) => {
  const [flag, name, verb] = command.args.map(({ value }) => value);
  removed(flag === "-m" && name === "pre_commit" && verb === "uninstall", command, scene);
};

function removed(removes: boolean, command: SimpleCommand, scene: Scene): void {
  if (removes && !areSetUpAgain(command, scene))
    add(scene, "guard-change", "command", command.name, command, "takes the repository's git hooks away", { what: "no-verify" }); // prettier-ignore
}

const HOOKS_PATH = /^core\.hookspath$/i;

/** `git config --unset core.hooksPath`: which hooks run then depends on what was set. */
export function unsetsHooks(command: SimpleCommand, scene: Scene): void {
  const [first, second] = operands(command, ["-f", "--file"]);
  const key = first?.value === "unset" ? second : hasFlag(command, "--unset", "--unset-all") ? first : undefined;
  if (key === undefined || !HOOKS_PATH.test(key.value) || areSetUpAgain(command, scene)) return;
  add(scene, "guard-change", "command", "core.hooksPath", command, "unsets where git looks for hooks", { what: "hooks-unset" }); // prettier-ignore
}

export const HOOK_REMOVAL_MAKERS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(MANAGERS.map((name) => [name, uninstalls])),
  python: asModule,
  python3: asModule,
};
