import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

/** Key of the console's session tokens, so that nothing else signed with GATEHOUSE_SECRET can pass for one. */
export const sessionSecret = (): string =>
  Buffer.from(hkdfSync("sha256", env().GATEHOUSE_SECRET, "", "gatehouse console session", 32)).toString("base64url");
