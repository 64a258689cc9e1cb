import { resolvePath } from "../paths";
import { emit } from "./emit";
import { cannotTell, noteDecoder, subshell, type Run } from "./frame";
import { parallel, xargs } from "./iterate";
import { producedPaths } from "./produced";
import { isFed, joined, runText, textFed, warnOfUnknownFile } from "./scripts";
import { fileText } from "./static-output";
import type { SimpleCommand, Word } from "./types";
import { isKnown, literal } from "./word";

/** Commands that change the shell's own state, and those that run what they are given. */

const changeDirectory: Run = (reader, _frame, shell, argv) => {
  const target = argv.slice(1).find((word) => !/^-[LPe@]+$/.test(word.value) && word.value !== "--");
  const before = shell.cwd;
  const { home } = reader.scene;
  if (target === undefined) shell.cwd = home;
  else if (target.value === "-") shell.cwd = shell.previousCwd;
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
    return /^(hook|init|env|shellenv|activate|completions?|alias|shell\.\w+|--alias)\b/.test(words);
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

/** Lines read from what is piped in become the variables' values. */
const read: Run = (reader, frame, shell, argv) => {
  const { from } = frame.stdin;
  const produced = producedPaths(from, reader);
  const span = argv[0] as Word;
  for (const { value: name } of argv.slice(1)) {
    if (!/^[A-Za-z_]\w*$/.test(name)) continue;
    const word = { ...literal(produced ?? `$${name}`, span), from };
    const known = produced === null ? { unknownAt: 0, variables: [name] } : { glob: true };
    shell.variables.set(name, [{ ...word, ...known }]);
  }
};

/** `set -- a b`, `set a b`: the words become `$1`, `$2`, `$@`. */
const setPositionals: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  const mark = argv.findIndex((word) => word.value === "--");
  const from = mark === -1 ? argv.findIndex((word, i) => i > 0 && !/^[-+]/.test(word.value)) : mark + 1;
  if (from === -1 || (mark === -1 && /^[-+].*o$/.test(argv[from - 1]?.value ?? ""))) return;
  const words = argv.slice(from);
  words.slice(0, 9).forEach((word, i) => shell.variables.set(String(i + 1), [word]));
  for (const name of ["@", "*"]) shell.variables.set(name, words);
};

const trap: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  const handler = argv.slice(1).find((word) => word.value !== "--");
  if (handler !== undefined && !/^(-|-[lp]|)$/.test(handler.value)) runText(reader, subshell(shell), handler);
};

export const BUILTINS: Readonly<Record<string, Run>> = {
  cd: changeDirectory,
  pushd: changeDirectory,
  popd: (_reader, _frame, shell) => {
    shell.cwd = shell.previousCwd;
  },
  eval: evaluate,
  source,
  ".": source,
  read,
  mapfile: read,
  readarray: read,
  trap,
  set: setPositionals,
  xargs,
  parallel,
  unset: (reader, frame, shell, argv, call) => {
    emit(reader, frame, argv, call);
    for (const word of argv.slice(1)) shell.variables.delete(word.value);
  },
};
