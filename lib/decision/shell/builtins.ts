import { resolvePath } from "../paths";
import { stateOf } from "./branches";
import { emit } from "./emit";
import {
  cannotTell,
  HOOK,
  noteDecoder,
  setPositionals,
  setVariable,
  spend,
  subshell,
  wrapped,
  type Run,
} from "./frame";
import { parallel, xargs } from "./iterate";
import { alias, count, mapfile, printf, read } from "./setters";
import { isFed, joined, runText, textFed, warnOfUnknownFile } from "./scripts";
import { fileText } from "./static-output";
import type { SimpleCommand } from "./types";
import { isKnown, literal, unknownValue } from "./word";

/** Commands that change the shell's own state, and those that run what they are given. */

const changeDirectory: Run = (reader, _frame, shell, argv) => {
  const target = argv.slice(1).find((word) => !/^-[LPe@]+$/.test(word.value) && word.value !== "--");
  const before = shell.cwd;
  const { home } = reader.scene;
  if (target === undefined) shell.cwd = home;
  else if (target.value === "-") shell.cwd = shell.previousCwd;
  else if (/^[-+]\d/.test(target.value) || (shell.variables.has("CDPATH") && !/^[./~]/.test(target.value)))
    shell.cwd = null;
  else if (isKnown(target)) shell.cwd = resolvePath(target.value, shell.cwd, home);
  else shell.cwd = null;
  shell.previousCwd = before;
};

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
  if (words.length === 1 && first.from.length > 0 && first.from.every(printsShellSetup)) return;
  const opaque =
    words.some((word) => word.unknownAt === 0) || (words.length === 1 && !isKnown(first) && first.from.length > 0);
  if (!opaque) return runText(reader, shell, joined(words, call.span));
  for (const word of words) noteDecoder(reader, word.from, call.span);
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
  const text = fileText(file, shell.cwd, reader) ?? textFed(reader, frame, file);
  if (text !== null) runText(reader, shell, literal(text, call.span));
  else if (isFed(file) && !file.from.every(printsPlainSetup))
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
  const mark = argv.findIndex((word) => word.value === "--");
  const from = mark === -1 ? argv.findIndex((word, i) => i > 0 && !/^[-+]/.test(word.value)) : mark + 1;
  if (from === -1 || (mark === -1 && /^[-+].*o$/.test(argv[from - 1]?.value ?? ""))) return;
  setPositionals(shell, argv.slice(from));
};

const shift: Run = (_reader, _frame, shell, argv) => {
  const count = Number(argv[1]?.value ?? 1);
  const words = shell.variables.get("@");
  if (words !== undefined && count > 0) setPositionals(shell, words.slice(count));
};

/** A handler runs with what its variables hold in the end. */
const trap: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  const handler = argv.slice(1).find((word) => word.value !== "--");
  if (handler === undefined || /^(-|-[lp]|)$/.test(handler.value)) return;
  const each = argv.some(({ value }) => value === "DEBUG");
  const handle = () => runText(reader, subshell(each ? wrapped(shell, HOOK, call.span) : shell), handler);
  if (shell.unset === null) reader.deferred.push(handle);
  else handle();
};

/** A function may be left here; what is behind it may run all the same. */
const leave: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  spend(reader, call.span, shell.otherwise.length + Math.ceil(shell.variables.size / 8));
  shell.returns.push(stateOf(shell));
};

/** Where the directories are kept that `pushd` left. */
const LEFT = "pushd ";
const MAX_LEFT = 20;

export const BUILTINS: Readonly<Record<string, Run>> = {
  cd: changeDirectory,
  pushd: (reader, frame, shell, argv, call) => {
    const left = shell.cwd === null ? unknownValue("OLDPWD", call.span) : literal(shell.cwd, call.span);
    setVariable(shell, LEFT, [left, ...(shell.variables.get(LEFT) ?? [])].slice(0, MAX_LEFT));
    changeDirectory(reader, frame, shell, argv, call);
    if (argv.length === 1) shell.cwd = null;
  },
  popd: (_reader, _frame, shell, argv) => {
    const [back, ...others] = shell.variables.get(LEFT) ?? [];
    shell.previousCwd = shell.cwd;
    shell.cwd =
      back !== undefined && isKnown(back) && !argv.some(({ value }) => /^[-+]\d/.test(value)) ? back.value : null;
    setVariable(shell, LEFT, others);
  },
  eval: evaluate,
  source,
  ".": source,
  read,
  mapfile,
  readarray: mapfile,
  printf,
  alias,
  trap,
  return: leave,
  set,
  let: count,
  shift,
  xargs,
  parallel,
  unset: (reader, frame, shell, argv, call) => {
    emit(reader, frame, argv, call);
    for (const word of argv.slice(1)) shell.variables.delete(word.value);
  },
};
