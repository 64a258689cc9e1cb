import type { SimpleCommand, Word } from "../../shell/types";
import { operands, optionValues } from "../arguments";

/** Whether `sed`, `perl` or `ruby` writes what it makes back into the files. */
export const editsInPlace = ({ args }: SimpleCommand): boolean =>
  args.some(({ value }) => /^-[a-zA-Z]*i|^--in-place/.test(value));

/** What such an edit does, and to which files: without a flag for them the first word holds the expressions. */
export function editOf(command: SimpleCommand): { expressions: readonly Word[]; files: readonly Word[] } {
  const given = optionValues(command, "-e", "--expression");
  const words = operands(command, ["-e", "-f", "--expression", "--file"]).filter(({ value }) => value !== "");
  return given.length > 0
    ? { expressions: given, files: words }
    : { expressions: words.slice(0, 1), files: words.slice(1) };
}
