import type { Reading, SimpleCommand } from "../shell/types";
import { textGlob, type TextPattern } from "./glob";

/** A Bash specifier as a test over one subcommand's text. `ls *` and `ls:*` need a word boundary, `ls*` does not. */
export function bashPattern(specifier: string): TextPattern {
  const prefix = /(?::\*| \*)$/.test(specifier) ? specifier.slice(0, -2) : null;
  if (prefix === null) return textGlob(specifier);
  const alone = textGlob(prefix);
  const followed = textGlob(`${prefix} *`);
  return (text) => alone(text) || followed(text);
}

/** Every form in which the parts of a command line may be named by a rule. */
export type Subcommand = {
  /** With wrappers, as it would be typed; without them; and with the program's base name. */
  texts: readonly string[];
  /** Nothing was taken off that changes what the call may do, so an allow rule may cover it. */
  plain: boolean;
};

/** Wrappers that leave what is run as it is. */
const TRANSPARENT = new Set(["timeout", "time", "nice", "nohup", "stdbuf", "command", "builtin", "noglob", "xargs"]);

/**
 * What a command line runs, call by call, in the forms rules are written for. The reader has already split compound commands, taken
 * wrappers and assignments off, and gone into substitutions and nested scripts.
 */
export function subcommandsOf(reading: Reading, command: string): Subcommand[] {
  return reading.commands.flatMap((one) => {
    const plain = isPlain(one);
    if (one.name !== "" || one.program.value !== "") return [{ texts: textsOf(one, command), plain }];
    // A redirect or an assignment by itself has no text that a rule could name.
    return plain ? [] : [{ texts: [], plain }];
  });
}

const isPlain = ({ wrappers, where, redirects, assignments }: SimpleCommand): boolean =>
  where === "here" &&
  assignments.size === 0 &&
  wrappers.every((name) => TRANSPARENT.has(name)) &&
  redirects.every(({ op, target }) => op === "<" || /^\d$|^\/dev\/null$/.test(target.value));

function textsOf(command: SimpleCommand, source: string): string[] {
  const words = command.args.map((arg) => arg.value);
  const plain = [command.program.value, ...words].join(" ");
  const texts = [plain, [command.name, ...words].join(" ")];
  const written = source
    .slice(command.start, command.end)
    .replace(/^(?:[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|[^\s"']*)\s+)+/, "");
  if (written !== "" && written.length < 10_000) texts.push(written);
  return [...new Set(texts)];
}

export const matchesSubcommand = (pattern: TextPattern, { texts }: Subcommand): boolean => texts.some(pattern);
