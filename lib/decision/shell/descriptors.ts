import type { Coproc } from "unbash";
import { emit } from "./emit";
import { setVariable, subshell, NO_STDIN, type Frame, type Reader, type Run } from "./frame";
import type { FileRedirect, SimpleCommand, Stdin, Word } from "./types";
import { literal, NOWHERE, pathNamed } from "./word";

/** Input and output by the numbers of their descriptors: `exec 3<<< text`, `bash <&3`, `echo text >&"${COPROC[1]}"`. */

/** `/dev/fd/3`, `/proc/self/fd/3`: the input with that number. */
const BY_NUMBER = /^\/(?:dev|proc\/self)\/fd\/(\d{1,4})$/;

/** The input that a file or a number stands for; undefined where it is another file. */
export function inputNamed(inputs: Frame["inputs"], target: Word): Stdin | undefined {
  if (inputs.size === 0) return undefined;
  const number = BY_NUMBER.exec(target.value)?.[1] ?? (/^\d{1,4}-?$/.test(target.value) ? target.value : undefined);
  return number === undefined ? undefined : inputs.get(Number.parseInt(number, 10));
}

/** The words with those that name an input by its number as what they would be on standard input. */
export function withInputs(
  inputs: Frame["inputs"],
  argv: readonly Word[],
): { argv: readonly Word[]; stdin: Stdin } | null {
  if (inputs.size === 0) return null;
  const word = argv.find((one, i) => i > 0 && BY_NUMBER.test(one.value));
  const stdin = word === undefined ? undefined : inputNamed(inputs, word);
  if (stdin === undefined) return null;
  return { stdin, argv: argv.map((one) => (one === word ? { ...one, value: "/dev/stdin" } : one)) };
}

/** Two numbers as the shell gives them to a coprocess: what it prints, and what it reads. */
const PRINTS = 63;
const READS = 60;

/** A coprocess reads what is written to its number later on, so it is read again with each of that. */
export function startCoprocess(
  reader: Reader,
  frame: Frame,
  { name, body }: Coproc,
  read: (state: Frame) => void,
): void {
  const called = body.type === "Command" ? "COPROC" : (name?.value ?? "COPROC");
  const at = READS - 2 * reader.fed.size;
  setVariable(
    frame,
    called,
    [PRINTS, at].map((number) => literal(String(number), NOWHERE)),
  );
  const state = subshell(frame, { background: true, traps: [] });
  read(subshell(state));
  reader.fed.set(at, (writer) => {
    read(subshell(state, { stdin: { ...NO_STDIN, from: [withoutOutput(writer)] } }));
  });
}

/** A command as it prints, wherever that goes. */
const withoutOutput = (command: SimpleCommand): SimpleCommand => ({
  ...command,
  redirects: command.redirects.filter(({ op }) => !op.includes(">") || op === "<>"),
});

/** Gives what a call wrote to the number of something that reads it. */
export function feedNumbered(reader: Reader, files: readonly FileRedirect[], before: number): void {
  for (const { op, target } of files) {
    const feed = op === ">&" ? reader.fed.get(Number(target.value)) : undefined;
    if (feed !== undefined) for (const command of reader.commands.slice(before)) feed(command);
  }
}

/** `exec 3<&0`, `exec 4> >(bash)`: redirects without a program stay. */
export function stayOpen(
  reader: Reader,
  frame: Frame,
  input: Pick<Frame, "stdin" | "inputs">,
  files: readonly FileRedirect[],
): void {
  Object.assign(frame, input);
  for (const { op, fd } of files) {
    const feed = op.startsWith(">") && fd !== undefined && fd > 2 ? reader.feeds.pop() : undefined;
    if (fd !== undefined && feed !== undefined) reader.fed.set(fd, feed);
  }
}

/** `mkfifo`: remembers the pipe. */
export const mkfifo: Run = (reader, frame, _shell, argv, call) => {
  emit(reader, frame, argv, call);
  for (const word of argv.slice(1)) {
    const path = pathNamed(word, frame.cwd, reader.scene.home);
    if (path !== null) reader.fifos.add(path);
  }
};

/** What reads from a pipe with a name gets what is written to it later on. */
export function waitForPipe(
  reader: Reader,
  frame: Frame,
  files: readonly FileRedirect[],
  argv: readonly Word[],
  run: (state: Frame) => void,
): void {
  if (reader.fifos.size === 0 || reader.calling.length > 0 || argv[0]?.value === "mkfifo") return;
  const from = files.filter(({ op }) => op.startsWith("<")).map(({ target }) => target);
  const reads = [...from, ...argv.slice(1)].some((word) => {
    const path = pathNamed(word, frame.cwd, reader.scene.home);
    return path !== null && reader.fifos.has(path);
  });
  if (reads) reader.deferred.push(() => run(subshell(frame)));
}
