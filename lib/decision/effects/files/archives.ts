import type { SimpleCommand, Word } from "../../shell/types";
import { hasFlag, operands, optionValues } from "../arguments";
import { addDelete } from "./deleting";
import { fetcherOf, urlOf } from "../fetched";
import { filesRead, worst } from "../secrets/flow";
import { placeOf } from "./places";
import { pathOf, type Maker } from "../scene";

/** Unpacks what was fetched into a directory of its own; what is unpacked over the project is not told from the project's own. */
const unpack: Maker = (command, scene) => {
  const into = optionValues(command, "-C", "--directory", "-d")[0];
  const directory = into === undefined ? command.cwd : pathOf(into, command, scene);
  if (directory === null || placeOf(directory, scene).endsWith("root") || directory === scene.home) return;
  const archives = command.args.flatMap((arg) => pathOf(arg, command, scene) ?? []);
  const file = archives.map((path) => scene.fetched.get(path)).find((origin) => origin !== undefined);
  const fetcher = file === undefined ? fetcherOf(command.stdin.from) : null;
  const origin = file ?? (fetcher === null ? null : urlOf(fetcher));
  if (origin !== null) scene.fetched.set(directory, origin);
};

const archive: Maker = (command, scene) => {
  const flags = command.args[0]?.value ?? "";
  const creates = command.name === "zip" || /^-?[a-zA-Z]*c/.test(flags) || hasFlag(command, "--create");
  if (!creates) return unpack(command, scene);
  if (hasFlag(command, "--remove-files", "--move") || (command.name === "zip" && hasFlag(command, "-m")))
    for (const word of packed(command)) addDelete(word, command, scene, true);
  const grouped = command.name === "tar" && flags.endsWith("f") ? command.args[1] : undefined;
  const output = command.name === "zip" ? operands(command)[0] : (grouped ?? optionValues(command, "-f", "--file")[0]);
  if (output === undefined || output.value === "-") return;
  const path = pathOf(output, command, scene);
  const source = worst(filesRead(command, scene));
  if (path !== null && source !== null)
    scene.tainted.set(path, source.sort === "file" ? { ...source, label: "an archive" } : source);
};

/** What goes into an archive: all but the archive itself and the flags' values. */
function packed(command: SimpleCommand): readonly Word[] {
  const words = operands(command, ["-f", "--file", "-C", "--directory", "--exclude", "-T", "-X"]);
  return command.name === "zip" || /^[a-zA-Z]+$/.test(command.args[0]?.value ?? "") ? words.slice(1) : words;
}

export const ARCHIVE_MAKERS: Readonly<Record<string, Maker>> = { tar: archive, zip: archive, unzip: unpack };
