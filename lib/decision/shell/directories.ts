import { resolvePath } from "../paths";
import { mayStay } from "./flow";
import { setVariable, type Frame, type Run } from "./frame";
import type { Word } from "./types";
import { assigned } from "./variables";
import { isKnown, literalOr } from "./word";

/** `cd`, `pushd`, `popd`: where the shell stands. */

export const changeDirectory: Run = (reader, _frame, shell, argv) => {
  const before = shell.cwd;
  const operands = operandsOf(argv);
  // With two places or an option that there is not, it complains and stays.
  if (operands === null || operands.length > 1) return;
  const [target] = operands;
  const own = assigned(shell, "HOME")?.[0];
  const home = own === undefined ? reader.scene.home : isKnown(own) ? own.value : null;
  if (target === undefined) shell.cwd = home;
  else if (target.value === "-") shell.cwd = shell.previousCwd;
  else if (/^[-+]\d/.test(target.value) || (shell.variables.has("CDPATH") && !/^[./~]/.test(target.value)))
    shell.cwd = null;
  else if (isKnown(target)) shell.cwd = resolvePath(target.value, shell.cwd, home);
  else shell.cwd = null;
  moved(shell, before, argv[0] as Word);
  // These are there wherever one is.
  if (target !== undefined && !/^(?:\.\.?(?:\/\.\.)*\/?|[~/])$/.test(target.value)) mayStay(shell, before);
};

const OPTION = /^-[LPe@qs]+$/;

/** What is left when options are taken off; null where one of them is none. */
function operandsOf(argv: readonly Word[]): readonly Word[] | null {
  let at = 1;
  for (; at < argv.length; at++) {
    const word = argv[at] as Word;
    if (word.value === "--") return argv.slice(at + 1);
    if (!/^-\D/.test(word.value)) break;
    if (isKnown(word) && !OPTION.test(word.value)) return null;
  }
  return argv.slice(at);
}

/** The shell keeps both directories in variables, over what was in them. */
function moved(shell: Frame, before: string | null, span: Word): void {
  shell.previousCwd = before;
  for (const [name, place] of [["PWD", shell.cwd], ["OLDPWD", before]] as const)
    if (shell.variables.has(name) || shell.otherwise.some((way) => way.has(name)))
      setVariable(shell, name, [literalOr(place, name, span)]);
} // prettier-ignore

/** Where the directories are kept that `pushd` left. */
const LEFT = "pushd ";
const MAX_LEFT = 20;

export const pushd: Run = (reader, frame, shell, argv, call) => {
  const left = literalOr(shell.cwd, "OLDPWD", call.span);
  setVariable(shell, LEFT, [left, ...(shell.variables.get(LEFT) ?? [])].slice(0, MAX_LEFT));
  changeDirectory(reader, frame, shell, argv.filter(({ value }) => value !== "-n"), call);
  if (argv.length === 1) shell.cwd = null;
}; // prettier-ignore

export const popd: Run = (_reader, _frame, shell, argv) => {
  const [back, ...others] = shell.variables.get(LEFT) ?? [];
  const before = shell.cwd;
  shell.cwd =
    back !== undefined && isKnown(back) && !argv.some(({ value }) => /^[-+]\d/.test(value)) ? back.value : null;
  moved(shell, before, argv[0] as Word);
  mayStay(shell, before);
  setVariable(shell, LEFT, others);
};
