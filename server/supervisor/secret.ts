import { hkdfSync, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartUpError } from "@/lib/start-up-error";

/** The secret of this installation: made at the first start, readable by its owner alone. */
export function installationSecret(dataDir: string): string {
  const file = path.join(dataDir, "secret");
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== "EEXIST") throw new StartUpError(`cannot write ${file} (${code})`, { cause });
  }
  return readFileSync(file, "utf8").trim();
}

/** A key for one purpose: whoever learns it learns neither the secret nor the other keys. */
export const deriveKey = (secret: string, purpose: string): string =>
  Buffer.from(hkdfSync("sha256", secret, "", purpose, 32)).toString("base64url");
