import { programName } from "./emit";
import { SHELLS } from "./scripts";
import type { Word } from "./types";
import { takesNext, unwrap } from "./unwrap";

/** A word as `xargs` and `parallel` hand it on: with an item that is not known in it, or nothing else. */
export type Fed = { word: Word; marked: boolean; whole: boolean };

/**
 * Where an interpreter takes code from. `code`: flags whose value is code or names what is loaded. `values`: flags whose value is
 * neither. `first`: the first operand is the code itself and no file of it.
 */
type Taker = { code: RegExp; values: readonly string[]; first?: true; verbs?: RegExp };

const SHELL: Taker = { code: /^-[a-z]*c$/, values: ["-O", "-o"] };
const AWK: Taker = { code: /^(?:-[fe]|--file|--source)$/, values: ["-v", "-F", "--assign", "--field-separator"], first: true }; // prettier-ignore
const TAKERS: Readonly<Record<string, Taker>> = {
  node: { code: /^(?:-\w*[epr]|--(?:eval|print|require|import|loader|experimental-loader))$/, values: ["--title", "-C", "--conditions", "--input-type"] },
  bun: { code: /^(?:-[epr]|--(?:eval|print|preload|require))$/, values: ["--cwd"], verbs: /^(?:run|x|exec)$/ },
  deno: { code: /^(?:-r|--preload|--import-map)$/, values: ["--config", "-c"], verbs: /^(?:run|eval)$/ },
  perl: { code: /^-\w*[eEMm]$/, values: ["-F", "-I"] }, ruby: { code: /^-\w*e$|^-r$/, values: ["-C", "-F", "-I"] },
  php: { code: /^-[rfBREF]$/, values: ["-d", "-c"] }, lua: { code: /^-[el]$/, values: [] }, Rscript: { code: /^-e$/, values: [] }, julia: { code: /^-[eEL]$/, values: [] }, osascript: { code: /^-e$/, values: ["-l"] },
  awk: AWK, gawk: AWK, mawk: AWK,
}; // prettier-ignore
const PYTHON: Taker = { code: /^-\w*[cm]$/, values: ["-W", "-X"] };

const takerOf = (name: string): Taker | null => {
  if (SHELLS.has(name)) return SHELL;
  if (/^python[\d.]*$/.test(name)) return PYTHON;
  return Object.hasOwn(TAKERS, name) ? (TAKERS[name] as Taker) : null;
};

/** The program for which an item that is not known is code, or says what to do; null where it only says to what. */
export function runsWhatItIsFed(words: readonly Fed[]): string | null {
  const inner = unwrapped(words);
  const [program, ...rest] = inner;
  const name = program === undefined ? null : programName(program.word);
  if (name === null || name === "") return null;
  if (name === "git") return decides(rest) ? name : null;
  const taker = takerOf(name);
  return taker !== null && isCode(taker, rest) ? name : null;
}

/** Without `sudo`, `env A=b`, `timeout 5`, ... */
function unwrapped(words: readonly Fed[]): readonly Fed[] {
  let left = words;
  for (let depth = 0; depth < MAX_WRAPPERS; depth++) {
    const [program] = left;
    const name = program === undefined ? null : programName(program.word);
    const how = name === null ? null : unwrap(name, left.map(({ word }) => word)); // prettier-ignore
    if (how === null || how.script !== null || how.joined || how.command.length === 0) return left;
    if (how.command.length >= left.length) return left;
    left = left.slice(left.length - how.command.length);
  }
  return left;
}

/** More of them cannot be read through anyway. */
const MAX_WRAPPERS = 16;

function isCode(taker: Taker, words: readonly Fed[]): boolean {
  let given = false;
  for (let at = 0; at < words.length; at++) {
    const { word, marked, whole } = words[at] as Fed;
    const { value } = word;
    if (value.startsWith("-") && value.length > 1) {
      if (marked) return !taker.values.some((flag) => value.startsWith(flag));
      const next = words[at + 1];
      if (taker.code.test(value)) {
        // What a shell's script makes of it is read with the script.
        if (next?.marked === true && (next.whole || taker !== SHELL)) return true;
        given = true;
        at++;
      } else if (takesNext(value, taker.values)) at++;
    } else if (taker.verbs?.test(value) !== true)
      return !given && (whole || (marked && taker.first === true && !/^[\w./-]+$/.test(value)));
  }
  return false;
}

const GIT_VALUES = ["-C", "-c", "--git-dir", "--work-tree", "--namespace"];
/** Subcommands whose next word says what happens: `git stash drop`, `git reset --hard`. */
const DECIDED = /^(?:stash|worktree|reflog|submodule|remote|reset|clean)$/;

function decides(words: readonly Fed[]): boolean {
  let at = 0;
  for (; words[at]?.word.value.startsWith("-") === true; at++) {
    if ((words[at] as Fed).marked) return true;
    if (!GIT_VALUES.includes((words[at] as Fed).word.value)) continue;
    at++;
    if (words[at]?.marked === true && words[at - 1]?.word.value === "-c") return true;
  }
  if (words[at]?.marked === true) return true;
  const next = words[at + 1];
  if (DECIDED.test(words[at]?.word.value ?? "") && next?.whole === true) return true;
  return words.slice(at + 1).some(({ word, marked }) => marked && word.value.startsWith("-"));
}
