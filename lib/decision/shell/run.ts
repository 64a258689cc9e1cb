import type { Function as ShellFunction, ParsedScript } from "unbash";
import { baseName, normalise, resolvePath } from "../paths";
import { cannotTell, NO_STDIN, spend, subshell, type Frame, type Reader } from "./frame";
import { MAX_SCRIPT_DEPTH, parseUnit, Unreadable, type Unit } from "./parse";
import { findPattern, producedPaths } from "./produced";
import { fileText, outputOf, stdinText } from "./static-output";
import type { FileRedirect, SimpleCommand, Span, Where, Word } from "./types";
import { isKnown, literal } from "./word";
import { ASSIGNMENT, unwrap } from "./wrappers";
import { withoutEquals } from "./zsh";

/** What belongs to one call besides its words. */
export type Call = { assignments: ReadonlyMap<string, Word>; redirects: readonly FileRedirect[]; span: Span };

export const SHELLS = new Set(["bash", "sh", "zsh", "dash", "ksh", "ash", "fish", "rbash", "mksh"]);

/**
 * Reads one call: builtins change the shell's state, wrappers are taken off, scripts that are known are read, and what is left is a
 * `SimpleCommand`.
 * @param frame what the program sees (redirected input)
 * @param shell the shell it is called from, whose state builtins change
 */
export function run(reader: Reader, frame: Frame, shell: Frame, argv: readonly Word[], call: Call): void {
  const program = argv[0];
  if (program === undefined) {
    if (call.redirects.length > 0 || [...call.assignments.values()].some((word) => word.from.length > 0)) emit(reader, frame, argv, call);
    return;
  }
  spend(reader, call.span);
  const name = programName(program);
  if (name === null) {
    cannotTell(reader, "Which program this runs is only known when it runs.", program);
    emit(reader, frame, argv, call);
    return;
  }
  const wrapped = unwrap(name, argv);
  if (wrapped !== null && (wrapped.command.length > 0 || wrapped.script !== null)) {
    const { where, assignments, command, script } = wrapped;
    if (wrapped.keep) emit(reader, frame, argv, call);
    const change: Partial<Frame> = { wrappers: [...frame.wrappers, name] };
    if (where !== null) Object.assign(change, { where, cwd: null, variables: new Map() });
    const inner = { ...frame, ...change };
    const variables = assignments.map(([variable, word]) => [variable, { ...word, value: word.value.slice(variable.length + 1) }] as const);
    const own = { ...call, assignments: new Map([...call.assignments, ...variables]) };
    if (script !== null) return runText(reader, subshell(inner), script);
    if (wrapped.joined) return runText(reader, subshell(inner), joined(command, call.span));
    return run(reader, inner, where === null ? shell : inner, command, own);
  }
  const fn = frame.where === "here" ? frame.functions.get(name) : undefined;
  if (fn !== undefined && program.value === name) return callFunction(reader, frame, fn, argv, call);
  if (SHELLS.has(name)) return runShell(reader, frame, argv, call);
  const builtin = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
  if (builtin !== undefined) return builtin(reader, shell, argv, call, frame);
  emit(reader, frame, argv, call);
  if (name === "find") runFound(reader, frame, argv, call);
  const known = program.value.includes("/") ? fileText(program, frame.cwd, reader) : null;
  if (known !== null) runText(reader, subshell(frame), literal(known, call.span));
}

/** Base name of the program; null when the part that names it is not known. */
function programName(program: Word): string | null {
  const slash = program.value.lastIndexOf("/");
  if (program.unknownAt !== -1 && (slash === -1 || program.value.indexOf("$", slash) !== -1 || program.unknownAt > slash)) return null;
  return withoutEquals(baseName(program.value));
}

/** Adds a command to the reading, and remembers the files it writes with known content. */
export function emit(reader: Reader, frame: Frame, argv: readonly Word[], call: Call): SimpleCommand {
  const program = argv[0] ?? literal("", call.span);
  const command: SimpleCommand = {
    name: programName(program) ?? "",
    program,
    args: argv.slice(1),
    assignments: call.assignments,
    redirects: call.redirects,
    stdin: frame.stdin,
    cwd: frame.cwd,
    where: frame.where,
    wrappers: frame.wrappers,
    background: frame.background,
    start: call.span.start,
    end: call.span.end,
  };
  for (const feed of reader.feeds.splice(0)) feed.push(command);
  reader.commands.push(command);
  rememberFiles(reader, command);
  return command;
}

function rememberFiles(reader: Reader, command: SimpleCommand): void {
  const targets = command.redirects.filter((r) => r.op.includes(">") && !r.op.endsWith("&")).map((r) => r.target);
  if (command.name === "tee") targets.push(...command.args.filter((arg) => !arg.value.startsWith("-")));
  if (targets.length === 0 || command.where !== "here") return;
  const text =
    command.name === "tee" || command.name === ""
      ? stdinText(command.stdin, reader)
      : outputOf({ ...command, redirects: [] }, reader);
  for (const target of targets) {
    const path = isKnown(target) ? resolvePath(target.value, command.cwd, reader.scene.home) : null;
    if (path === null) continue;
    if (text === null) reader.files.delete(path);
    else if (command.redirects.some((r) => r.op === ">>")) reader.files.set(path, `${reader.files.get(path) ?? ""}${text}`);
    else reader.files.set(path, text);
  }
}

/** Reads a text as a script. Its place is kept where the text stands verbatim in the command. */
function runText(reader: Reader, frame: Frame, text: Word): void {
  const whole = { start: text.start, end: text.end };
  if (reader.depth >= MAX_SCRIPT_DEPTH) throw new Unreadable("nests too many scripts", whole);
  reader.depth++;
  const unit: Unit = { source: text.value, shift: text.verbatimAt, whole };
  reader.runScript(frame, unit, parseUnit(unit));
  reader.depth--;
}

const joined = (words: readonly Word[], span: Span): Word =>
  words.length === 1 ? (words[0] as Word) : literal(words.map((word) => word.value).join(" "), span);

/** A shell called as a program: `-c SCRIPT`, a script file, or commands on standard input. */
function runShell(reader: Reader, frame: Frame, argv: readonly Word[], call: Call): void {
  const flag = argv.findIndex((word, i) => i > 0 && /^-[a-z]*c[a-z]*$/.test(word.value));
  const file = argv.findIndex((word, i) => i > 0 && !/^[-+]/.test(word.value) && !/^-[oO]$/.test(argv[i - 1]?.value ?? ""));
  const script = flag === -1 || (file !== -1 && file < flag) ? undefined : argv[flag + 1];
  if (script !== undefined) {
    const inner = subshell(frame);
    argv.slice(flag + 2).forEach((word, i) => inner.variables.set(String(i), [word]));
    if (argv.length > flag + 3) inner.variables.set("@", argv.slice(flag + 3));
    return runText(reader, inner, script);
  }
  emit(reader, frame, argv, call);
  const fromInput = argv.some((word) => /^-[a-z]*s$/.test(word.value));
  if (file !== -1 && !fromInput) {
    const text = fileText(argv[file] as Word, frame.cwd, reader);
    if (text !== null) runText(reader, subshell(frame), literal(text, call.span));
    return;
  }
  const { stdin } = frame;
  if (stdin.text !== null) return runText(reader, subshell(frame, { stdin: NO_STDIN }), stdin.text);
  if (stdin.from.length === 0) return;
  const text = stdinText(stdin, reader);
  if (text !== null) runText(reader, subshell(frame, { stdin: NO_STDIN }), literal(text, call.span));
  else cannotTell(reader, "What is piped to the shell is only known when it runs.", call.span);
}

/** Stands for the program in a call by which a shell function calls itself. */
export const RECURSION = "recursive-function";

function callFunction(reader: Reader, frame: Frame, fn: { node: ShellFunction; unit: Unit }, argv: readonly Word[], call: Call): void {
  const name = fn.node.name.value;
  if (reader.calling.has(name)) return void emit(reader, frame, [literal(RECURSION, call.span)], call);
  reader.calling.add(name);
  const variables = new Map(frame.variables);
  for (let i = 1; i <= 9; i++) {
    const word = argv[i];
    if (word === undefined) variables.delete(String(i));
    else variables.set(String(i), [word]);
  }
  variables.set("@", argv.slice(1));
  variables.set("*", argv.slice(1));
  reader.runScript({ ...frame, variables }, fn.unit, functionScript(fn.node));
  reader.calling.delete(name);
}

/** A function's body, dressed as a script so that it is read like one. */
function functionScript(node: ShellFunction): ParsedScript {
  const { body } = node;
  const { pos, end } = body;
  const commands = body.type === "CompoundList" ? body.commands : [{ type: "Statement" as const, pos, end, command: body, background: false }];
  return { type: "Script", pos, end, shebang: undefined, commands };
}

/** `find ... -exec CMD {} ;`: the command with `{}` standing for what is found. */
function runFound(reader: Reader, frame: Frame, argv: readonly Word[], call: Call): void {
  const self = reader.commands.at(-1) as SimpleCommand;
  const pattern = findPattern(self);
  for (let at = 1; at < argv.length; at++) {
    if (!/^-(exec|execdir|ok|okdir)$/.test((argv[at] as Word).value)) continue;
    const end = argv.findIndex((word, i) => i > at && (word.value === ";" || word.value === "+"));
    const command = argv.slice(at + 1, end === -1 ? argv.length : end);
    run(reader, frame, subshell(frame), command.map((word) => substituted(word, "{}", pattern)), { ...call, redirects: [] }); // prettier-ignore
    if (end !== -1) at = end;
  }
}

/** A word in which a placeholder stands for names that come from elsewhere. */
function substituted(word: Word, placeholder: string, pattern: string | null): Word {
  const at = word.value.indexOf(placeholder);
  if (at === -1) return word;
  if (pattern === null) return { ...word, unknownAt: word.unknownAt === -1 ? at : Math.min(at, word.unknownAt) };
  return { ...word, value: word.value.replaceAll(placeholder, pattern), glob: true, verbatimAt: null };
}

type Builtin = (reader: Reader, shell: Frame, argv: readonly Word[], call: Call, frame: Frame) => void;

const changeDirectory: Builtin = (reader, shell, argv) => {
  const target = argv.slice(1).find((word) => !/^-[LPe@]+$/.test(word.value) && word.value !== "--");
  const before = shell.cwd;
  const { home } = reader.scene;
  if (target === undefined) shell.cwd = home;
  else if (target.value === "-") shell.cwd = shell.previousCwd;
  else if (target.unknownAt === -1) shell.cwd = resolvePath(target.value, shell.cwd, home);
  else shell.cwd = null;
  shell.previousCwd = before;
};

const evaluate: Builtin = (reader, shell, argv, call) => {
  const words = argv.slice(1);
  const first = words[0];
  if (first === undefined) return;
  if (words.some((word) => word.unknownAt === 0) || (words.length === 1 && !isKnown(first) && first.from.length > 0)) {
    cannotTell(reader, "What `eval` runs is only known when it runs.", call.span);
    emit(reader, shell, argv, call);
    return;
  }
  runText(reader, shell, joined(words, call.span));
};

const source: Builtin = (reader, shell, argv, call, frame) => {
  emit(reader, frame, argv, call);
  const file = argv[1];
  const text = file === undefined ? null : fileText(file, shell.cwd, reader);
  if (text !== null) runText(reader, shell, literal(text, call.span));
};

/** Lines read from what is piped in become the variables' values. */
const read: Builtin = (reader, shell, argv, _call, frame) => {
  const { from } = frame.stdin;
  const produced = producedPaths(from, reader);
  const span = argv[0] as Word;
  for (const word of argv.slice(1)) {
    if (!/^[A-Za-z_]\w*$/.test(word.value)) continue;
    const base = literal(produced ?? `$${word.value}`, span);
    shell.variables.set(word.value, [{ ...base, from, ...(produced === null ? { unknownAt: 0, variables: [word.value] } : { glob: true }) }]); // prettier-ignore
  }
};

const trap: Builtin = (reader, shell, argv, call, frame) => {
  emit(reader, frame, argv, call);
  const handler = argv.slice(1).find((word) => word.value !== "--");
  if (handler === undefined || /^(-|-[lp]|)$/.test(handler.value)) return;
  runText(reader, subshell(shell), handler);
};

const XARGS_VALUES = /^(-[nPLdEsa]|--(max-args|max-procs|max-lines|delimiter|arg-file))$/;

const xargs: Builtin = (reader, shell, argv, call, frame) => {
  let placeholder: string | null = null;
  let at = 1;
  for (; at < argv.length; at++) {
    const flag = (argv[at] as Word).value;
    if (!flag.startsWith("-")) break;
    if (flag === "-I" || flag === "-J" || flag === "--replace") placeholder = argv[++at]?.value ?? "{}";
    else if (flag.startsWith("-I")) placeholder = flag.slice(2);
    else if (flag === "-i") placeholder = "{}";
    else if (XARGS_VALUES.test(flag)) at++;
  }
  const pattern = producedPaths(frame.stdin.from, reader);
  const command = argv.slice(at);
  if (command.length === 0) return void emit(reader, frame, argv, call);
  const name = programName(command[0] as Word);
  if (pattern === null && name !== null && SHELLS.has(name) && command.length === 1) {
    cannotTell(reader, "What is piped to the shell is only known when it runs.", call.span);
  }
  const item: Word = { ...literal(pattern ?? "{}", call.span), from: frame.stdin.from, ...(pattern === null ? { unknownAt: 0 } : { glob: true }) }; // prettier-ignore
  const words = placeholder === null && argv[0]?.value !== "parallel" ? [...command, item] : command.map((word) => substituted(word, placeholder ?? "{}", pattern)); // prettier-ignore
  run(reader, { ...frame, wrappers: [...frame.wrappers, "xargs"] }, subshell(shell), words, call);
};

const BUILTINS: Readonly<Record<string, Builtin>> = {
  cd: changeDirectory,
  pushd: changeDirectory,
  popd: (_, shell) => {
    shell.cwd = shell.previousCwd;
  },
  eval: evaluate,
  source,
  ".": source,
  read,
  mapfile: read,
  readarray: read,
  trap,
  xargs,
  parallel: xargs,
  unset: (_, shell, argv) => {
    for (const word of argv.slice(1)) shell.variables.delete(word.value);
  },
};
