import { outputOf, type Known } from "./static-output";
import type { SimpleCommand, Word } from "./types";
import { isKnown, literal } from "./word";

/**
 * Programs named by what finds them: `$(which python3)`, `$(command -v a || command -v b)`. Wherever they are found, it is known what
 * they are called.
 */

/** The flag by which a program prints where another one is; null where it needs none. */
const FINDERS: Readonly<Record<string, RegExp | null>> = {
  which: null, whence: null, "command": /^-[vV]$/, type: /^-[pPf]+$/, hash: /^-t$/, xcrun: /^(?:-f|--find)$/, pyenv: /^which$/, rbenv: /^which$/, rustup: /^which$/,
}; // prettier-ignore
const PASSING = /^(?:head|tail|true)$/;
/** Counts letters, so that what is left of a name is another one. */
const CUTS = /^(?:-\w*c|--bytes)/;
const WRITTEN = /^(?:\$\(|`)[\s\S]*(?:\)|`)$/;

/** The programs that a word may name which is the output of finders; null when it is none. */
export function programsFound({ from, value, unknownAt, ...place }: Word, known: Known): readonly Word[] | null {
  if (from.length === 0 || (unknownAt !== -1 && !WRITTEN.test(value))) return null;
  const names: string[] = [];
  let found = false;
  for (const command of from) {
    if (PASSING.test(command.name) && !command.args.some(({ value }) => CUTS.test(value))) continue;
    const name = nameFound(command);
    found ||= name !== null;
    const said = name ?? (command.name === "echo" ? outputOf(command, known)?.trim() : undefined);
    if (said === undefined || !/^[\w./+-]+$/.test(said)) return null;
    names.push(said);
  }
  return found ? [...new Set(names)].map((name) => literal(name, place)) : null;
}

function nameFound({ name, args }: SimpleCommand): string | null {
  const flag = Object.hasOwn(FINDERS, name) ? FINDERS[name] : undefined;
  if (flag === undefined || (flag !== null && !args.some((arg) => flag.test(arg.value)))) return null;
  const named = args.filter((arg) => !arg.value.startsWith("-") && arg.value !== "which");
  const [only] = named;
  return named.length === 1 && only !== undefined && isKnown(only) ? only.value : null;
}
