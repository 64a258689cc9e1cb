import { editedPath } from "../tiers";
import type { Scene } from "./scene";

/** Whether this session made a file, by a command line or with an edit tool: what it made it may replace and delete. */
export const isSessionsOwn = (path: string, { reading, made, effects, action }: Scene): boolean =>
  reading.files.has(path) ||
  made.has(path) ||
  effects.some(({ kind, target }) => (kind === "write" || kind === "overwrite") && target === path) ||
  (action.earlier ?? []).some((call) => editedPath({ ...call, home: action.home }) === path);
