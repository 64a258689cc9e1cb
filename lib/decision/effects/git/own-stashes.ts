import type { SimpleCommand, Word } from "../../shell/types";
import { operands } from "../arguments";
import type { Scene } from "../scene";
import { goesOnOnlyAfter } from "../sequence";
import { isSweeping } from "./pathspecs";

/** Options of `git stash push` that take a word. */
const VALUES = ["-m", "--message"];
const TOP = "stash@{0}";

/** What `git stash drop` drops is at hand: applied right before, or nothing but files that were named when it was put there. */
export function dropsOwnStash(command: SimpleCommand, scene: Scene): boolean {
  const [verb, named] = operands(command);
  if (verb?.value !== "drop") return false;
  const before = scene.reading.commands.filter(
    (one) => one.name === "git" && one.args[0]?.value === "stash" && one.start < command.start,
  );
  const last = before.at(-1);
  if (last === undefined || last.cwd !== command.cwd || !goesOnOnlyAfter(last, command, scene)) return false;
  const [did, ...words] = operands({ ...last, args: last.args.slice(1) }, VALUES);
  if (did?.value === "apply") return entryOf(words[0]) === entryOf(named);
  return did?.value === "push" && entryOf(named) === TOP && words.length > 0 && !isSweeping(words, true);
}

const entryOf = (word: Word | undefined): string =>
  word === undefined ? TOP : /^\d+$/.test(word.value) ? `stash@{${word.value}}` : word.value;
