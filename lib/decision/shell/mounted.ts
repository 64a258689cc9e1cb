import { isInside } from "../paths";
import type { Frame, Reader } from "./frame";
import type { Word } from "./types";
import { pathNamed } from "./word";

/** What a file holds that a container has from this machine. */
export function mountedText(reader: Reader, { cwd, mounts }: Frame, file: Word): string | null {
  if (mounts.length === 0) return null;
  const path = pathNamed(file, cwd, reader.scene.home);
  const mount = path === null ? undefined : mounts.findLast(({ to }) => isInside(path, to));
  if (path === null || mount === undefined) return null;
  return reader.files.get(`${mount.from}/${path.slice(mount.to.length)}`.replace(/\/{2,}/g, "/")) ?? null;
}
