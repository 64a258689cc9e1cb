import type { SimpleCommand, Word } from "../../shell/types";

const NONE: readonly Word[] = [];

/** The files that a call's output goes into: by its redirects, or by `tee`. */
export function filesWritten({ name, args, redirects }: SimpleCommand): readonly Word[] {
  const files =
    redirects.length === 0 ? NONE : redirects.filter(({ op }) => op.includes(">")).map(({ target }) => target);
  return name === "tee" ? [...files, ...args] : files;
}
