/**
 * Claude Code runs the user's own shell, which is zsh on macOS, and the parser reads bash. These forms parse as bash without an
 * error but run something else under zsh.
 */

/** `*(e:'code':)` and `*(+function)`: a glob qualifier that runs code for each match. */
export function isRiskyQualifier(pattern: string): boolean {
  return /^[^|]*?(?:e[^\w|*?.\s-]|\+\w)/.test(pattern) && !/^[\w.]+$/.test(pattern);
}

/** `=rm` runs the `rm` found in PATH. */
export function withoutEquals(name: string): string {
  return /^=[\w.-]+$/.test(name) ? name.slice(1) : name;
}

/** `${(e)X}`, `${(P)X}`: flags that evaluate a variable's value. */
export const EVALUATING_FLAG = /\$\{\([^)]*[eP]/;
