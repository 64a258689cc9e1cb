import { type NextRequest, NextResponse } from "next/server";
import { REQUEST_PATH_HEADER } from "@/lib/auth/request-path";

const PUBLIC = /^\/(?:signin|setup|invite|reset)(?:\/|$)/;
const SESSION_COOKIE = /^(?:__Host-)?gatehouse\.session$/;

/**
 * Saves strangers a page load: without a session cookie they are sent to sign in. It guards nothing; pages, routes and
 * verbs check the session themselves.
 */
export function middleware(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname + request.nextUrl.search;
  const hasCookie = request.cookies.getAll().some(({ name }) => SESSION_COOKIE.test(name));
  if (!hasCookie && !PUBLIC.test(request.nextUrl.pathname)) {
    const target = request.nextUrl.clone();
    target.pathname = "/signin";
    target.search = path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
    return NextResponse.redirect(target);
  }
  const headers = new Headers(request.headers);
  headers.set(REQUEST_PATH_HEADER, path);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  matcher: ["/((?!api/|_next/|.*\\.[a-z0-9]+$).*)"],
  runtime: "nodejs",
};
