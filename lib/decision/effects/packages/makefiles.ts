import type { SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { optionValues } from "../arguments";

type Reads = { files: readonly string[]; named: readonly string[]; directory?: readonly string[] };

const MAKE: Reads = {
  files: ["Makefile", "makefile", "GNUmakefile"],
  named: ["-f", "--file", "--makefile"],
  directory: ["-C", "--directory"],
};
const TASKS: Reads = { files: ["tasks.py"], named: ["-c"], directory: ["-r"] };
const GRADLE: Reads = { files: ["build.gradle", "build.gradle.kts"], named: ["-b", "--build-file"], directory: ["-p"] };

/** Programs that run what a file of the project says, and the names they look for. */
const PROGRAMS: Readonly<Record<string, Reads>> = {
  make: MAKE,
  gmake: MAKE,
  just: { files: ["justfile", "Justfile", ".justfile"], named: ["-f", "--justfile"], directory: ["-d"] },
  task: { files: ["Taskfile.yml", "Taskfile.yaml"], named: ["-t", "--taskfile"], directory: ["-d", "--dir"] },
  rake: { files: ["Rakefile", "rakefile"], named: ["-f", "--rakefile"] },
  tox: { files: ["tox.ini"], named: ["-c", "--conf"] },
  nox: { files: ["noxfile.py"], named: ["-f", "--noxfile"] },
  inv: TASKS,
  invoke: TASKS,
  gradle: GRADLE,
  gradlew: GRADLE,
};

export const hasMakefiles = (name: string): boolean => Object.hasOwn(PROGRAMS, name);

/** The files of recipes that a program may read, in the directory it goes to; of other programs none. */
export function makefilesOf(command: SimpleCommand): readonly Word[] {
  const reads = Object.hasOwn(PROGRAMS, command.name) ? PROGRAMS[command.name] : undefined;
  if (reads === undefined) return [];
  const named = optionValues(command, ...reads.named);
  const files = named.length > 0 ? named : reads.files.map((file) => literal(file, command));
  const [directory] = optionValues(command, ...(reads.directory ?? []));
  if (directory === undefined) return files;
  return files.map((file) => (file.value.startsWith("/") ? file : { ...file, value: `${directory.value}/${file.value}`, unknownAt: directory.unknownAt })); // prettier-ignore
}
