import type { Scene } from "./scene";

/** Whether this session made a file, as far as its calls name it: what it made it may replace and delete. */
export const isSessionsOwn = (path: string, { reading, effects, action }: Scene): boolean =>
  reading.files.has(path) ||
  effects.some(({ kind, target }) => (kind === "write" || kind === "overwrite") && target === path) ||
  (action.earlier ?? []).some(({ input }) => Object.values(input).some((one) => typeof one === "string" && one.includes(path))); // prettier-ignore
