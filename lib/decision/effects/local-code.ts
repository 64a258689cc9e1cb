import { decoderOf } from "../shell/disguise";
import { SHELLS } from "../shell/scripts";
import type { SimpleCommand, Word } from "../shell/types";
import { literal } from "../shell/word";
import { optionValues } from "./arguments";
import { filesOf } from "./flow";
import { languageOf } from "./interpreters";
import { add, pathOf, type Maker, type Scene } from "./scene";

const MAKEFILES = ["Makefile", "makefile", "GNUmakefile"];
const READS_CODE = new Set(["source", ".", "eval", "exec"]);

/**
 * Files whose content would run: scripts, programs called by a path, makefiles. No rule judges that by itself; what the session wrote or
 * fetched there before does (earlier.ts).
 */
export const localCode: Maker = (command, scene) => {
  if (command.where !== "here") return;
  for (const word of codeWords(command)) {
    const path = pathOf(word, command, scene);
    if (path !== null) addRun(path, word, scene);
  }
  if (!runsWhatComesIn(command.name)) return;
  const inputs = inputsOf(command);
  const decoder = inputs.length === 0 || !interprets(command) ? null : decoderOf(inputs);
  if (decoder !== null)
    add(scene, "execute", "command", null, command, `runs what ${decoder} makes`, {
      disguise: `text that ${decoder} makes`,
    });
  for (const source of inputs) for (const path of filesOf(source, scene)) addRun(path, source, scene);
};

function addRun(path: string, { start, end }: { start: number; end: number }, scene: Scene): void {
  add(scene, "execute", "path", path, { start, end }, `runs ${path}`);
}

/** The code comes in: it is neither a file nor given as an argument of its own, to which the input is data. */
const interprets = ({ name, args }: SimpleCommand) =>
  languageOf(name) !== null && args.every((arg) => arg.value.startsWith("-") || arg.from.length > 0);

const runsWhatComesIn = (name: string) => SHELLS.has(name) || READS_CODE.has(name) || languageOf(name) !== null;

function codeWords(command: SimpleCommand): readonly Word[] {
  const { name, program, args, stdin } = command;
  if (runsWhatComesIn(name)) {
    const file = args.find((arg) => !arg.value.startsWith("-")) ?? stdin.file;
    return file === null ? [] : [file];
  }
  if (program.value.includes("/")) return [program];
  if (name === "java") return optionValues(command, "-jar");
  if (name !== "make" && name !== "gmake") return [];
  const named = optionValues(command, "-f", "--file", "--makefile");
  return named.length > 0 ? named : MAKEFILES.map((file) => literal(file, command));
}

const inputsOf = ({ stdin, args }: SimpleCommand): readonly SimpleCommand[] => [
  ...stdin.from,
  ...(stdin.text?.from ?? []),
  ...args.flatMap((arg) => arg.from),
];
