import { scriptsIn } from "./dialects";
import { noteDisguise, subshell, type Call, type Frame, type Reader } from "./frame";
import { runText } from "./scripts";
import type { Word } from "./types";
import { isKnown } from "./word";

/**
 * The subscript of a name is arithmetic, and arithmetic runs substitutions, also where the name comes quoted or out of a variable:
 * `test -v 'x[$(...)]'`, `printf -v`, `read`, `unset`, `let`. Nobody writes a command there but to have it run unseen.
 */

const TESTING = /^-(?:[vR]|eq|ne|lt|le|gt|ge)$/;
/** Builtins that take names of variables or arithmetic. Of `printf`, `test` and `wait` only what follows the flag is one. */
const NAME_TAKERS: Readonly<Record<string, RegExp | null>> = {
  read: null, unset: null, let: null, declare: null, typeset: null, local: null, export: null, readonly: null, mapfile: null, readarray: null, getopts: null,
  printf: /^-v$/, wait: /^-p$/, test: TESTING, "[": TESTING,
}; // prettier-ignore

const HIDDEN = /^[^[\]]*\[[^\]]*?(?:\$\(|`)/;

export function runSubscripts(reader: Reader, frame: Frame, name: string, argv: readonly Word[], call: Call): void {
  const flag = Object.hasOwn(NAME_TAKERS, name) ? NAME_TAKERS[name] : undefined;
  if (flag === undefined) return;
  argv.forEach((word, i) => {
    if (i === 0 || !word.value.includes("[")) return;
    const marked = flag === null || [argv[i - 1], argv[i + 1]].some((one) => one !== undefined && flag.test(one.value));
    if (marked) runSubscript(reader, frame, word);
    // What the shell has put in already names nothing that is set.
    if (marked && flag === null && word.from.length > 0 && NAMES_ONLY.test(word.value))
      noteDisguise(reader, HOW, call.span);
  });
}
const HOW = "a command in the subscript of a name";
const NAMES_ONLY = /^\w+\[[^=]*\]$/;

/** Runs the substitutions in the subscript of a name that is known to the letter. */
export function runSubscript(reader: Reader, frame: Frame, name: Word): void {
  if (!isKnown(name) || !HIDDEN.test(name.value)) return;
  noteDisguise(reader, HOW, name);
  runPrompt(reader, frame, name);
}

/** What a text substitutes that the shell expands once more, as it does with a prompt. */
export function runPrompt(reader: Reader, frame: Frame, text: Word): void {
  if (!isKnown(text)) return;
  for (const script of scriptsIn(text, "prompt")) runText(reader, subshell(frame), { ...script, from: text.from });
}
