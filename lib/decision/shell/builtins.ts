import { forget, forgetElement } from "./assignments";
import { mkfifo } from "./descriptors";
import { changeDirectory, popd, pushd } from "./directories";
import { emit } from "./emit";
import { cannotTell, noteDecoder, LOADED, setPositionals, withOption, type Run } from "./frame";
import { trap } from "./handlers";
import { parallel, xargs } from "./iterate";
import { exit, leaveFunction, leaveRound } from "./leaving";
import { alias, count, mapfile, printf, read } from "./setters";
import { isFed, joined, runText, textIn, warnOfUnknownFile } from "./scripts";
import { runPrompt } from "./subscripts";
import type { SimpleCommand } from "./types";
import { isKnown, literal } from "./word";

/** Commands that change the shell's own state, and those that run what they are given. */

const ENVIRONMENT_PRINTERS = /^(ssh-agent|keychain|dircolors|resize|lesspipe|register-python-argcomplete)$/;
const TOOL_MANAGERS =
  /^(direnv|pyenv|rbenv|nodenv|goenv|jenv|fnm|nvm|zoxide|starship|mise|rtx|asdf|brew|conda|mamba|micromamba|opam|hub|thefuck|atuin|poetry|pipenv)$/;

/** `eval "$(ssh-agent -s)"`: programs whose documented use is to print settings for the shell to evaluate. */
function printsShellSetup({ name, args, stdin }: SimpleCommand): boolean {
  if (stdin.from.length > 0 || !args.every(isKnown)) return false;
  const words = args.map((arg) => arg.value).join(" ");
  if (ENVIRONMENT_PRINTERS.test(name)) return true;
  if (TOOL_MANAGERS.test(name))
    return /^(hook|init|env|shellenv|activate|completions?|alias|export (?:ba|z)sh$|shell\.\w+|--alias)\b/.test(words);
  return /^(minikube (-p \S+ )?docker-env|docker-machine env|luarocks path)/.test(`${name} ${words}`);
}

const evaluate: Run = (reader, frame, shell, argv, call) => {
  const words = argv.slice(1);
  const [first] = words;
  if (first === undefined) return;
  if (words.length === 1 && first.from.length > 0 && first.from.every(printsShellSetup))
    return withOption(shell, LOADED);
  const opaque =
    words.some((word) => word.unknownAt === 0) || (words.length === 1 && !isKnown(first) && first.from.length > 0);
  if (!opaque) return runText(reader, shell, joined(words, call.span));
  for (const word of words) noteDecoder(reader, word.from, call.span);
  withOption(shell, LOADED);
  cannotTell(reader, "What `eval` runs is only known when it runs.", call.span);
  // What is known of it counts all the same.
  if (isKnown(first)) runText(reader, shell, joined(words, call.span));
  emit(reader, frame, argv, call);
};

const source: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  const file = argv[argv[1]?.value === "-p" ? 3 : 1];
  if (file === undefined) return;
  noteDecoder(reader, file.from, call.span);
  const text = textIn(reader, frame, file);
  if (text !== null) {
    runText(reader, shell, literal(text, call.span));
    // `return` there ends no more than what was read in.
    if (shell.ended === "function") shell.ended = null;
    return;
  }
  withOption(shell, LOADED);
  if (isFed(file) && !file.from.every(printsPlainSetup))
    cannotTell(reader, "What is read in and run is only known when it runs.", call.span);
  else warnOfUnknownFile(reader, file);
};

/** `source <(tool completion bash)`, `. <(sed ... .env)`: what such programs give is as good as a file on disk. */
const printsPlainSetup = (command: SimpleCommand): boolean =>
  printsShellSetup(command) ||
  /^(?:cat|grep|egrep|sed|awk|envsubst|tr|cut|sort|xargs|set|export|declare|env|printenv|jq|yq)$/.test(command.name) ||
  command.args.some(({ value }) => /completions?\b/.test(value));

/** `set -- a b`, `set a b`: the words become `$1`, `$2`, `$@`. */
const set: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  const letters = argv.slice(1).flatMap(({ value }) => (/^-[a-z]+$/.test(value) ? Array.from(value.slice(1)) : []));
  const long = argv.filter((_, i) => /^-[a-z]*o$/.test(argv[i - 1]?.value ?? "")).map(({ value }) => value);
  const names = [...letters.flatMap((letter) => LETTERS[letter] ?? []), ...long];
  if (names.length > 0) withOption(shell, ...names);
  const mark = argv.findIndex((word) => word.value === "--");
  const from = mark === -1 ? argv.findIndex((word, i) => i > 0 && !/^[-+]/.test(word.value)) : mark + 1;
  if (from === -1 || (mark === -1 && /^[-+].*o$/.test(argv[from - 1]?.value ?? ""))) return;
  setPositionals(shell, argv.slice(from));
};
const LETTERS: Readonly<Record<string, string>> = { e: "errexit", a: "allexport" };

/** Whether an option was put off again may be told by no one, so it stays on. */
const shopt: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  if (argv[1]?.value === "-s") withOption(shell, ...argv.slice(2).map(({ value }) => value));
};

const shift: Run = (_reader, _frame, shell, argv) => {
  const count = Number(argv[1]?.value ?? 1);
  const words = shell.variables.get("@");
  if (words !== undefined && count > 0) setPositionals(shell, words.slice(count));
};

/** A variable that is unset is empty from here on, and a function of that name is gone. */
const unset: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  const flag = argv[1]?.value;
  for (const { value } of argv.slice(1)) {
    const isVariable = shell.variables.has(value) || shell.otherwise.some((way) => way.has(value));
    if (flag === "-f" || (flag !== "-v" && !isVariable && shell.functions.has(value)))
      shell.functions = new Map([...shell.functions].filter(([name]) => name !== value));
    else if (/^[A-Za-z_]\w*$/.test(value)) forget(shell, value);
    else forgetElement(shell, value, call.span);
  }
};

/** `compgen -W WORDS` expands the words once more. */
const compgen: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  const words = argv[argv.findIndex(({ value }) => value === "-W") + 1];
  if (words !== argv[0] && words !== undefined) runPrompt(reader, shell, words);
};

export const BUILTINS: Readonly<Record<string, Run>> = {
  cd: changeDirectory,
  pushd,
  popd,
  eval: evaluate,
  source,
  ".": source,
  read,
  mapfile,
  readarray: mapfile,
  printf,
  alias,
  trap,
  return: leaveFunction,
  set,
  let: count,
  shift,
  xargs,
  parallel,
  unset,
  compgen,
  mkfifo,
  shopt,
  exit,
  break: leaveRound,
  continue: leaveRound,
};
