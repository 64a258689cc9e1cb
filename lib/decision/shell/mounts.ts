import type { Mount, Word } from "./types";
import { after, isKnown } from "./word";

const VOLUME = /^(?:-[a-zA-Z]*v|--volume)$/;
const ATTACHED = /^(?:-v|--volume=)(?=[/.~$\w])/;

const PAIR = /^--(?:dev-|ro-)?bind(?:-try)?$/;

/** Directories a container call takes from this machine: `-v FROM:TO`, `--mount type=bind,source=FROM,target=TO`, `--bind FROM TO`. */
export function mountsOf(flags: readonly Word[], root: Word | undefined): readonly Mount[] {
  const mounts: Mount[] = root === undefined || !isKnown(root) ? [] : [{ from: root, to: "/" }];
  flags.forEach((flag, i) => {
    const before = flags[i - 1]?.value ?? "";
    const attached = ATTACHED.exec(flag.value)?.[0].length;
    const volume = VOLUME.test(before) ? flag : attached === undefined ? null : after(flag, attached);
    const bound = flag.value.startsWith("--mount=") ? after(flag, 8) : before === "--mount" ? flag : null;
    const pair = PAIR.test(flags[i - 2]?.value ?? "") ? { from: flags[i - 1] as Word, to: flag.value } : null;
    const mount = volume !== null ? volumeOf(volume) : bound !== null ? boundOf(bound) : pair;
    if (mount !== null && isKnown(mount.from)) mounts.push(mount);
  });
  return mounts;
}

function volumeOf(word: Word): Mount | null {
  const [from = "", to = ""] = word.value.split(":");
  // Other names are those of volumes that the container engine keeps.
  return /^[/.~]/.test(from) && to.startsWith("/") ? { from: { ...word, value: from }, to } : null;
}

function boundOf(word: Word): Mount | null {
  const fields = new Map(word.value.split(",").map((field) => field.split("=", 2) as [string, string]));
  const from = fields.get("source") ?? fields.get("src");
  const to = fields.get("target") ?? fields.get("destination") ?? fields.get("dst");
  if (from === undefined || to === undefined || !/^[/.~]/.test(from)) return null;
  return { from: { ...word, value: from }, to };
}
