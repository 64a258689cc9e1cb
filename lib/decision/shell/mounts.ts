import type { Mount, Word } from "./types";
import { after, isKnown } from "./word";

const VOLUME = /^(?:-[a-zA-Z]*v|--volume)$/;
const ATTACHED = /^(?:-v|--volume=)(?=[/.~$\w])/;

const PAIR = /^--(?:dev-|ro-)?bind(?:-try)?$/;

/** Where images keep their data, as another container's volumes have it. */
const DATA = ["/var/lib", "/data", "/srv", "/var/opt", "/bitnami", "/usr/share/elasticsearch/data", "/var/www"];

/** Directories a container call takes from this machine: `-v FROM:TO`, `--mount type=bind,source=FROM,target=TO`, `--bind FROM TO`. */
export function mountsOf(flags: readonly Word[], root: Word | undefined): readonly Mount[] {
  const mounts: Mount[] = root === undefined || !isKnown(root) ? [] : [{ from: root, to: "/" }];
  const shared = flags.find(({ value }) => /^--volumes-from(?:=|$)/.test(value));
  if (shared !== undefined) for (const to of DATA) mounts.push({ from: { ...shared, value: `${VOLUMES}/${to.replaceAll("/", "_")}` }, to }); // prettier-ignore
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
  return mountFrom(word, from, to);
}

function boundOf(word: Word): Mount | null {
  const fields = new Map(word.value.split(",").map((field) => field.split("=", 2) as [string, string]));
  const from = fields.get("source") ?? fields.get("src");
  const to = fields.get("target") ?? fields.get("destination") ?? fields.get("dst");
  return from === undefined || to === undefined ? null : mountFrom(word, from, to);
}

/** Where the container engine keeps what volumes hold: data that outlives each container. */
const VOLUMES = "/var/lib/docker/volumes";
/** What the next build makes again. */
const CACHED = /cache|node_modules|modules|tmp|temp|build|target|dist|venv|vendor|gems|deps|registry|coverage|test/i;

function mountFrom(word: Word, from: string, to: string): Mount | null {
  if (!to.startsWith("/")) return null;
  if (/^[/.~]/.test(from)) return { from: { ...word, value: from }, to };
  const isVolume = /^[a-zA-Z0-9][\w.-]+$/.test(from) && !CACHED.test(from);
  return isVolume ? { from: { ...word, value: `${VOLUMES}/${from}` }, to } : null;
}
