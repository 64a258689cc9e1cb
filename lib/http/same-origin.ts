import { env } from "@/lib/env";
import { AppError } from "./errors";

const isOwnOrigin = (origin: string, host: string | null) =>
  URL.canParse(origin) &&
  (new URL(origin).origin === new URL(env().GATEHOUSE_URL).origin || new URL(origin).host === host);

/**
 * Guards every change that a cookie authenticates. Browsers send Sec-Fetch-Site on trustworthy origins and Origin with
 * every POST; a request with neither did not come from our pages.
 * @throws AppError 403 `cross_origin`
 */
export function requireSameOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const same = site ? site === "same-origin" : origin !== null && isOwnOrigin(origin, headers.get("host"));
  if (!same) throw new AppError(403, "cross_origin", "Changes are accepted from Gatehouse's own pages only.");
}
