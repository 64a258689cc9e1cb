import { outputOf, stdinText } from "../../shell/static-output";
import type { SimpleCommand, Word } from "../../shell/types";
import { searchPath } from "./borrowed";
import { disarmed } from "./guards";
import { filesWritten } from "../files/files-written";
import type { Maker, Scene } from "../scene";

/** What a pipeline's runner takes over into all later steps: files named by variables, and lines in a step's output. */

const FILES = /^(?:GITHUB|GITEA|FORGEJO)_(PATH|ENV)$/;
const MAX_TEXT = 16_384;
/** Azure's and GitHub's lines that set a variable or the search path. */
const ORDER = /(?:##vso\[task\.(?:(prependpath)|setvariable variable=(\w+)[^\]]*)\]|::(?:(add-path)|set-env name=(\w+))::)(.*)/i; // prettier-ignore

export const runnerFiles: Maker = (command, scene) => {
  for (const file of filesWritten(command)) {
    const kind = file.variables.map((name) => FILES.exec(name)?.[1]).find((one) => one !== undefined);
    if (kind !== undefined) for (const line of linesOf(command, scene)) setLine(kind, line, file, scene);
  }
  if (command.name === "echo" || command.name === "printf") for (const word of command.args) printed(word, scene);
};

function linesOf(command: SimpleCommand, scene: Scene): string[] {
  const passes = command.name === "tee" || command.name === "";
  const text = passes
    ? stdinText(command.stdin, scene.known())
    : outputOf({ ...command, redirects: [] }, scene.known());
  return (text ?? "").split("\n");
}

function setLine(kind: string, line: string, at: Word, scene: Scene): void {
  if (kind === "PATH") return searchPath(line.trim(), at, scene);
  const equals = line.indexOf("=");
  if (equals > 0) setVariable(line.slice(0, equals).trim(), line.slice(equals + 1), at, scene);
}

function setVariable(name: string, value: string, at: Word, scene: Scene): void {
  if (name.toUpperCase() === "PATH") searchPath(value, at, scene);
  else disarmed(name, value, at, scene);
}

function printed(word: Word, scene: Scene): void {
  if (word.value.length > MAX_TEXT || !/##vso\[|::(?:set-env|add-path)/i.test(word.value)) return;
  const [, prepends, name, adds, variable, value = ""] = ORDER.exec(word.value) ?? [];
  const set = name ?? variable;
  if (prepends !== undefined || adds !== undefined) searchPath(value, word, scene);
  else if (set !== undefined) setVariable(set, value, word, scene);
}
