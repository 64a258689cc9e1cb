/** Set by middleware.ts: the path and query that a page was asked for, which server components are not told. */
export const REQUEST_PATH_HEADER = "x-gatehouse-path";

/** A path of ours to go on to after signing in; anything that could leave the site becomes `/`. */
export function safeNextPath(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return "/";
  return next;
}
