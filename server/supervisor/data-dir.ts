import { accessSync, constants, mkdirSync } from "node:fs";
import { StartUpError } from "@/lib/start-up-error";

/** @throws StartUpError when the folder cannot be made or written */
export function ensureDataDir(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartUpError(
      `cannot write to the data folder ${dir} (${code}): make it writable or set GATEHOUSE_DATA_DIR`,
      {
        cause,
      },
    );
  }
}
