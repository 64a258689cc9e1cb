import { env } from "@/lib/env";

export const isSecureOrigin = () => env().GATEHOUSE_URL.startsWith("https://");

/** `__Host-` ties the cookie to this host, path / and https (RFC 6265bis section 4.1.3.2). */
export const cookieName = (purpose: "session" | "device") =>
  isSecureOrigin() ? `__Host-gatehouse.${purpose}` : `gatehouse.${purpose}`;

/** Scripts cannot read our cookies, and no other site's form sends them. */
export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecureOrigin() }) as const;

export const cookieOf = (headers: Headers, name: string): string | undefined =>
  headers
    .get("cookie")
    ?.split(/; */)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
