import type { SimpleCommand, Word } from "../../shell/types";
import { hasFlag, operands } from "../arguments";
import { isShared } from "./branches";
import { add, type Scene } from "../scene";

/** A branch, and the commit it is put on; null for the one that is checked out. */
type Move = { branch: Word; onto: Word | null };

/** The value of a flag that may stand in a group or have its value attached: `-B x`, `-fB x`, `-Bx`, `--force-create=x`. */
function flagged({ args }: SimpleCommand, letter: string, long: string): { value: Word; at: number } | null {
  for (const [at, word] of args.entries()) {
    if (word.value === "--") return null;
    const index = /^-[a-zA-Z]/.test(word.value) ? word.value.indexOf(letter) : -1;
    const from = index !== -1 ? index + 1 : word.value.startsWith(`${long}=`) ? long.length + 1 : -1;
    if (from === -1 && word.value !== long) continue;
    if (from !== -1 && from < word.value.length) return { value: { ...word, value: word.value.slice(from) }, at };
    const next = args[at + 1];
    return next === undefined ? null : { value: next, at: at + 1 };
  }
  return null;
}

/** `-B BRANCH [START]`; `skip`: words that stand before the start. */
const reset =
  (letter: string, long: string, skip: number) =>
  (command: SimpleCommand): Move | null => {
    const found = flagged(command, letter, long);
    if (found === null) return null;
    const rest = operands({ ...command, args: command.args.slice(0, found.at).concat(command.args.slice(found.at + 1)) }); // prettier-ignore
    return { branch: found.value, onto: rest[skip] ?? null };
  };

const MOVES: Readonly<Record<string, (command: SimpleCommand) => Move | null>> = {
  checkout: reset("B", "-B", 0),
  switch: reset("C", "--force-create", 0),
  // Its own first word is `add`, then comes the directory.
  worktree: (command) => (command.args[0]?.value === "add" ? reset("B", "-B", 2)(command) : null),
  branch: (command) => {
    const [branch, onto] = operands(command);
    if (branch === undefined || !hasFlag(command, "-f", "--force")) return null;
    return hasFlag(command, "-d", "-D", "--delete", "-m", "-M", "--move", "-c", "-C", "--copy") ? null : { branch, onto: onto ?? null }; // prettier-ignore
  },
  "update-ref": (command) => {
    const [ref, onto] = operands(command, ["-m"]);
    if (ref === undefined || onto === undefined || !ref.value.startsWith("refs/heads/")) return null;
    return { branch: { ...ref, value: ref.value.slice("refs/heads/".length) }, onto };
  },
};

/** Where the remote has the branch, or where it is anyway. */
const isItsOwnPlace = (onto: string, branch: string): boolean =>
  onto === branch ||
  /^(?:FETCH_HEAD|@\{(?:u|upstream)\})$/.test(onto) ||
  onto === `${branch}@{u}` ||
  onto === `${branch}@{upstream}` ||
  /^(?:refs\/remotes\/|remotes\/)?[\w.-]+\/(.+)$/.exec(onto)?.[1] === branch;

/** Puts a branch that others build on elsewhere than where its remote has it: what only it held is in no branch any more. */
export function movesBranch(subcommand: string, command: SimpleCommand, scene: Scene): void {
  const move = Object.hasOwn(MOVES, subcommand) ? MOVES[subcommand]?.(command) : undefined;
  if (move == null || !isShared(move.branch.value, scene) || isNew(command, scene)) return;
  const { branch, onto } = move;
  if (onto !== null && isItsOwnPlace(onto.value, branch.value)) return;
  const note = `moves ${branch.value} to another commit`;
  add(scene, "git-rewrite", "branch", branch.value, branch, note, { what: "moved", branch: branch.value });
}

/** A repository that was set up a moment ago has nothing to lose. */
const isNew = ({ start }: SimpleCommand, { reading }: Scene): boolean =>
  reading.commands.some(({ name, args, start: at }) => name === "git" && at < start && args[0]?.value === "init");
