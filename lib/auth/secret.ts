import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

/** A key for one purpose, so that nothing else signed with GATEHOUSE_SECRET can pass for it. */
const keyFor = (purpose: string): string =>
  Buffer.from(hkdfSync("sha256", env().GATEHOUSE_SECRET, "", purpose, 32)).toString("base64url");

/** Of the console's session tokens. */
export const sessionSecret = (): string => keyFor("gatehouse console session");

/** Of the tokens by which a browser is known that has signed in before. */
export const knownDeviceSecret = (): string => keyFor("gatehouse known device");
