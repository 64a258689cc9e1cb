import type { SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { optionValues } from "../arguments";

const MAKEFILES = ["Makefile", "makefile", "GNUmakefile"];

/** The makefiles `make` may read, in the directory it goes to; of other programs none. */
export function makefilesOf(command: SimpleCommand): readonly Word[] {
  if (command.name !== "make" && command.name !== "gmake") return [];
  const named = optionValues(command, "-f", "--file", "--makefile");
  const files = named.length > 0 ? named : MAKEFILES.map((file) => literal(file, command));
  const [directory] = optionValues(command, "-C", "--directory");
  if (directory === undefined) return files;
  return files.map((file) => (file.value.startsWith("/") ? file : { ...file, value: `${directory.value}/${file.value}`, unknownAt: directory.unknownAt })); // prettier-ignore
}
