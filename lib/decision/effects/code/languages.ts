import type { SimpleCommand, Word } from "../../shell/types";
import { after } from "../../shell/word";
import { optionValues } from "../arguments";

/** Programs that run code, by name, under the name of their language; and where on their command line it stands. */

const INTERPRETERS: ReadonlyMap<string, string> = new Map([
  ...["node", "deno", "bun", "tsx", "ts-node", "ruby", "perl", "php", "lua", "luajit", "Rscript", "osascript", "groovy", "jshell", "scala", "awk", "gawk", "mawk"].map((name) => [name, name] as const),
  ["nodejs", "node"], ["pypy", "python"], ["pypy3", "python"],
]); // prettier-ignore
/** Programs that are no interpreters of files before all else, but take code that can run things. */
const CODE_TAKERS: Readonly<Record<string, string>> = {
  emacs: "emacs", emacsclient: "emacsclient", vim: "vim", vi: "vim", nvim: "vim", ex: "vim", gdb: "gdb", lldb: "gdb", gnuplot: "gnuplot", octave: "octave", R: "R", julia: "julia",
  elixir: "elixir", crystal: "crystal", guile: "guile", ghc: "ghc", ghci: "ghc", runghc: "ghc", ocaml: "ocaml", m4: "m4",
  ipython: "python", ipython3: "python", bpython: "python", swift: "swift", java: "java", jbang: "java", kotlinc: "kotlin", dart: "dart", raku: "raku", perl6: "raku", erl: "erlang", escript: "erlang",
  iex: "elixir", irb: "ruby", jruby: "ruby", "ts-node-esm": "node", esno: "node", "vite-node": "node", zx: "node", racket: "guile", sbcl: "guile", clojure: "clojure", bb: "clojure",
}; // prettier-ignore
const INLINE_FLAGS: Readonly<Record<string, RegExp>> = {
  python: /^-[a-zA-Z]*c$/, node: /^(-e|-p|-pe|--eval|--print)$/, deno: /^eval$/, bun: /^(-e|--eval)$/, ruby: /^-[a-z]*e$/, perl: /^-[a-zA-Z]*[eE]$/, php: /^-r$/, lua: /^-e$/, luajit: /^-e$/, osascript: /^-e$/, Rscript: /^-e$/, R: /^-e$/,
  groovy: /^-e$/, scala: /^-e$/, julia: /^(-e|-E|--eval|--print)$/, octave: /^--eval$/, elixir: /^(-e|--eval|--rpc-eval)$/, crystal: /^eval$/, guile: /^(?:-c|-e|--eval)$/, ghc: /^-e$/,
  emacs: /^(--?eval|-e)$/, emacsclient: /^(--eval|-e)$/, vim: /^(-c|--cmd)$/, gdb: /^(-ex|-iex|--eval-command)$/, gnuplot: /^-e$/, ocaml: /^-e$/, m4: /^(?!)/,
  swift: /^-e$/, kotlin: /^-e$/, raku: /^-\w*e$/, erlang: /^-eval$/, clojure: /^(?:-e|--eval)$/,
}; // prettier-ignore
/** Options that name a file of code, of programs whose operands are files to work on. */
const SCRIPT_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  emacs: ["--script", "-l", "--load", "-script"],
  vim: ["-S", "-s", "-u"],
  gdb: ["-x", "--command", "-ix", "-s"],
};

export const languageOf = (name: string): string | null =>
  INTERPRETERS.get(name) ?? (name.startsWith("python") && /^python[\d.]*$/.test(name) ? "python" : null);

/** The same, of any program that takes code. */
export const codeLanguageOf = (name: string): string | null =>
  languageOf(name) ?? (Object.hasOwn(CODE_TAKERS, name) ? (CODE_TAKERS[name] as string) : null);

/** Code given on the command line. */
export function codeArguments(command: SimpleCommand, language: string): Word[] {
  if (language.endsWith("awk")) {
    const program = command.args.find(
      (arg, i) => !arg.value.startsWith("-") && !/^-[Fvf]$/.test(command.args[i - 1]?.value ?? ""),
    );
    return program === undefined ? [] : [program];
  }
  const flag = INLINE_FLAGS[language];
  if (flag === undefined) return [];
  // Of a verb the options may stand before the code.
  if (/^(?:deno|crystal)$/.test(language)) return codeBehindVerb(command, flag);
  return command.args.flatMap((arg, i) => {
    const before = command.args[i - 1];
    if (before !== undefined && flag.test(before.value)) return [arg];
    const equals = /^--[a-z-]+=/.exec(arg.value)?.[0];
    if (equals !== undefined && flag.test(equals.slice(0, -1))) return [after(arg, equals.length)];
    return flag.test(arg.value.slice(0, 2)) && arg.value.length > 2 && !flag.test(arg.value) ? [after(arg, 2)] : [];
  });
}

function codeBehindVerb({ args }: SimpleCommand, verb: RegExp): Word[] {
  const at = args.findIndex(({ value }) => verb.test(value));
  return at === -1 ? [] : args.slice(at + 1).filter(({ value }) => !value.startsWith("-")).slice(0, 1); // prettier-ignore
}

/** The file that is run: the first operand, a module of Python by its name, or what comes in. */
export function scriptFile({ name, args, stdin }: SimpleCommand): Word | null {
  const first = args.findIndex((arg) => !arg.value.startsWith("-"));
  const rest = args.slice(first + 1);
  const next = /^(?:run|script)$/.test(args[first]?.value ?? "") ? rest.findIndex((arg) => !arg.value.startsWith("-")) : -1; // prettier-ignore
  const at = next === -1 ? first : first + 1 + next;
  const word = args[at];
  if (word === undefined) return stdin.file;
  return args[at - 1]?.value === "-m" && name.startsWith("python") ? { ...word, value: `${word.value.replaceAll(".", "/")}.py` } : word; // prettier-ignore
}

/** Every file of code that a call names: as its script, or by an option. */
export function scriptFiles(command: SimpleCommand): readonly Word[] {
  const language = codeLanguageOf(command.name);
  const options = language === null ? undefined : SCRIPT_OPTIONS[language];
  if (options !== undefined) return optionValues(command, ...options);
  const file = scriptFile(command);
  return file === null ? [] : [file];
}
