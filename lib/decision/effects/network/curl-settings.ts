import { stdinText } from "../../shell/static-output";
import type { SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { optionValues } from "../arguments";
import { cannotRead } from "../code/code-scripts";
import { pathOf, type Scene } from "../scene";

const MAX_LINES = 200;
/** `url = "https://..."`, `data-binary: @file`, `-s`, `insecure` */
const LINE = /^\s{0,20}(-{0,2}[A-Za-z][\w.-]{0,40}|-[#:\d])\s{0,20}(?:[=:\s]\s{0,20}(?:"((?:[^"\\]|\\.){0,4000})"|(\S{1,4000})))?\s*$/; // prettier-ignore

/** curl's words with the settings that it is given beside them (`-K FILE`, `-K -`), as far as their text is known. */
export function withSettings(command: SimpleCommand, scene: Scene): SimpleCommand {
  const files = optionValues(command, "-K", "--config");
  if (files.length === 0) return command;
  const args = files.flatMap((file) => {
    const text = textOf(file, command, scene);
    if (text === null) return [];
    const lines = text.split("\n", MAX_LINES + 1);
    if (lines.length > MAX_LINES) cannotRead("The settings of curl are more than can be read through.", command, scene);
    return lines.flatMap((line) => wordsIn(line, file) ?? unread(command, scene));
  });
  return args.length === 0 ? command : { ...command, args: [...args, ...command.args] };
}

function textOf(file: Word, command: SimpleCommand, scene: Scene): string | null {
  if (file.value === "-" || file.value === "/dev/stdin") {
    const text = stdinText(command.stdin, scene.known());
    if (text === null && command.stdin.from.length > 0) isUnseen(command, scene);
    return text;
  }
  if (file.value.startsWith("<(") || file.from.length > 0) isUnseen(command, scene);
  const path = pathOf(file, command, scene);
  return path === null ? null : (scene.reading.files.get(path) ?? null);
}

const isUnseen = (command: SimpleCommand, scene: Scene): void =>
  cannotRead("What curl is to do comes from another command.", command, scene);

/** Curl makes something of a line that is written in another way, so it is not one to pass over. */
function unread(command: SimpleCommand, scene: Scene): [] {
  cannotRead("A line of curl's settings cannot be read.", command, scene);
  return [];
}

/** The words that a line stands for; null where it is none that is known. */
function wordsIn(line: string, at: Word): Word[] | null {
  if (/^\s*(?:#|$)/.test(line)) return [];
  const [, name, quoted, plain] = LINE.exec(line) ?? [];
  if (name === undefined) return null;
  const flag = name.startsWith("-") ? name : `--${name}`;
  const value = quoted?.replace(/\\(["\\])/g, "$1") ?? plain;
  return [flag, ...(value === undefined ? [] : [value])].map((word) => literal(word, at));
}
