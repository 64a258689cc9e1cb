import { baseName, isInside } from "../../paths";
import type { SimpleCommand, Word } from "../../shell/types";
import { hasFlag, operands, optionValues, phrase } from "../arguments";
import { addDelete } from "./deleting";
import { fetcherOf, urlOf } from "../fetched";
import { filesRead, worst } from "../secrets/flow";
import { placeOf, writePlaceOf } from "./places";
import { isTar, packedByTar, tarCall } from "./tar";
import { add, pathOf, type Maker, type Scene } from "../scene";

/** Programs that unpack: the flags that name the directory, or that its last word does, and what tells that they do not just look. */
type Unpacker = { into: readonly string[]; last?: true; unpacks: (words: readonly string[]) => boolean };

const first = (pattern: RegExp) => (words: readonly string[]) => pattern.test(words[0] ?? "");
const TAR: Unpacker = { into: ["-C", "--directory", "--cd"], unpacks: (words) => first(/^-?[a-zA-Z]*x/)(words) || words.some((word) => /^-[a-zA-Z]*x[a-zA-Z]*$|^--(?:extract|get)$/.test(word)) }; // prettier-ignore
const SEVEN: Unpacker = { into: ["-o"], unpacks: first(/^[xe]$/) };

const UNPACKERS: Readonly<Record<string, Unpacker>> = {
  tar: TAR, gtar: TAR, bsdtar: TAR, "7z": SEVEN, "7za": SEVEN, "7zz": SEVEN,
  unzip: { into: ["-d"], unpacks: (words) => !words.some((word) => /^-[a-zA-Z]*[lvtpzZ]/.test(word)) },
  cpio: { into: ["-D", "--directory"], unpacks: (words) => words.some((word) => /^-[a-zA-Z]*i|^--extract$/.test(word)) },
  "dpkg-deb": { into: [], unpacks: (words) => words.some((word) => /^-\w*[xX]\w*$|^--v?extract$/.test(word)), last: true }, unsquashfs: { into: ["-d", "-dest"], unpacks: (words) => !words.some((word) => /^-(?:l|ll|s|stat)$/.test(word)) },
  unrar: { into: [], unpacks: first(/^[xe]$/) },
}; // prettier-ignore

const unpack: Maker = (command, scene) => {
  const { into: flags, unpacks, last } = UNPACKERS[command.name] as Unpacker;
  if (!unpacks(command.args.map(({ value }) => value)) || command.where !== "here") return;
  const into = last === true ? operands(command)[1] : optionValues(command, ...flags)[0];
  const directory = into === undefined ? command.cwd : pathOf(into, command, scene);
  if (directory === null) return;
  const origin = originOf(command, scene);
  if (
    flags === TAR.into &&
    (/^[a-zA-Z]*P/.test(command.args[0]?.value ?? "") || hasFlag(command, "-P", "--absolute-names"))
  )
    anywhere(command, scene);
  over(directory, origin !== null, into ?? command, command, scene);
  if (isCheckedOut(directory, command, scene)) {
    const what = "throws away uncommitted changes";
    add(scene, "git-discard", "none", null, command, what, { what });
  }
  if (origin !== null) for (const path of madeIn(directory, origin, scene)) scene.fetched.set(path, origin);
};

/** An archive decides by itself what it puts where: unpacked over the system, or fetched and over a home, it may put anything in anything's place. */
function over(
  directory: string,
  fetched: boolean,
  span: Word | SimpleCommand,
  command: SimpleCommand,
  scene: Scene,
): void {
  const home = directory === scene.home;
  if (!home && writePlaceOf(directory, scene) !== "system") return;
  // Named members are what they are called.
  if (home && (!fetched || membersOf(command).length > 0)) return;
  add(scene, "overwrite", "path", directory, span, `unpacks an archive over ${directory}`, {
    place: home ? "home" : "system", act: "unpack", disk: false, terminal: false, logs: false, protected: "", option: false, found: false, inProject: false,
  }); // prettier-ignore
}

/** `git archive HEAD | tar -x` where the files of the project are: what a commit holds, put over what was changed since. */
function isCheckedOut(directory: string, { stdin }: SimpleCommand, { roots }: Scene): boolean {
  const last = stdin.from.at(-1);
  const source = last !== undefined && /^(?:g?unzip|gzip|pigz|zstd|xz|pv|cat)$/.test(last.name) ? last.stdin.from.at(-1) : last; // prettier-ignore
  if (source?.name !== "git" || source.args[0]?.value !== "archive" || source.cwd !== directory) return false;
  return !hasFlag(source, "--prefix", "--remote") && roots.some((root) => isInside(directory, root));
}

/** With absolute names an archive may put anything anywhere. */
const anywhere = (command: SimpleCommand, scene: Scene): void =>
  add(scene, "overwrite", "path", null, command, "unpacks an archive to wherever it says", {
    place: "elsewhere", act: "unpack", disk: false, terminal: false, logs: false, protected: "", option: false, found: false, inProject: false,
  }); // prettier-ignore

/** The members that are named behind the archive: `tar xzf a.tgz .config/nvim`. */
const membersOf = (command: SimpleCommand): readonly unknown[] =>
  isTar(command) ? tarCall(command).members : operands(command, ["-d"]).slice(1);

/** Where what is unpacked was fetched from. */
function originOf(command: SimpleCommand, scene: Scene): string | null {
  const archives = command.args.flatMap((arg) => pathOf(arg, command, scene) ?? []);
  const file = archives.map((path) => scene.fetched.get(path)).find((origin) => origin !== undefined);
  const fetcher = file === undefined ? fetcherOf(command.stdin.from) : null;
  return file ?? (fetcher === null ? null : urlOf(fetcher));
}

/** In a directory of its own all is the archive's; in the project only what is called like the archive can be told from the project's. */
function madeIn(directory: string, origin: string, scene: Scene): readonly string[] {
  const shared = placeOf(directory, scene).endsWith("root") || directory === scene.home;
  return shared ? namesOf(origin).map((name) => `${directory}/${name}`) : [directory];
}

const ARCHIVE = /\.(?:t(?:ar\.)?(?:gz|xz|bz2?|zst|lzma)|tar|zip|7z|rar|cpio)$/i;

/** What an archive mostly holds, by its address: `tool-1.2-linux-x64.tgz` holds `tool-1.2-linux-x64`, `tool-1.2` or `tool`. */
function namesOf(origin: string): readonly string[] {
  const file = baseName(origin.slice(0, 2_000).replace(/[?#].*$/, ""));
  if (!ARCHIVE.test(file)) return [];
  const parts = file.replace(ARCHIVE, "").split(/[-_]/).slice(0, 8);
  return parts.map((_, i) => parts.slice(0, i + 1).join("-")).filter((name) => name.length > 1);
}

const archive: Maker = (command, scene) => {
  const tar = isTar(command) ? tarCall(command) : null;
  if (tar?.packs === false) return unpack(command, scene);
  if (hasFlag(command, "--remove-files", "--move") || (tar === null && hasFlag(command, "-m")))
    for (const word of tar === null ? operands(command).slice(1) : packedByTar(command))
      addDelete(word, command, scene, true);
  const output = tar === null ? operands(command)[0] : (tar.archive ?? undefined);
  if (output === undefined || output.value === "-") return;
  const path = pathOf(output, command, scene);
  const source = worst(filesRead(command, scene));
  if (path !== null && source !== null)
    scene.tainted.set(path, source.sort === "file" ? { ...source, label: "an archive" } : source);
};

/** Archivers that are told a verb, an archive and then the files, and that delete what they have packed where the words say so. */
const SEVEN_DELETES = /^[au] (?:.* )?-sdel(?: |$)/;
const PACKERS: Readonly<Record<string, RegExp>> = {
  "7z": SEVEN_DELETES, "7za": SEVEN_DELETES, "7zz": SEVEN_DELETES, rar: /^(?:mf? |[auf] (?:.* )?-d[fwr](?: |$))/,
}; // prettier-ignore

const pack: Maker = (command, scene) => {
  if (PACKERS[command.name]?.test(phrase(command.args)) === true)
    for (const word of operands(command).slice(2)) addDelete(word, command, scene, true);
  else if (Object.hasOwn(UNPACKERS, command.name)) unpack(command, scene);
};

export const ARCHIVE_MAKERS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(Object.keys(UNPACKERS).map((name) => [name, unpack])),
  ...Object.fromEntries(Object.keys(PACKERS).map((name) => [name, pack])),
  tar: archive,
  gtar: archive,
  bsdtar: archive,
  zip: archive,
};
