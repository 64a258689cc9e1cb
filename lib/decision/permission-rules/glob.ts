/** `*` spans anything, everything else is literal. Linear in practice: no nested quantifiers, text is capped by the caller. */
export function globToRegExp(pattern: string, flags = "s"): RegExp {
  const body = pattern
    .split(/\*+/)
    .map((part) => part.replace(/[.+?^${}()|[\]\\/]/g, "\\$&"))
    .join(".*?");
  return new RegExp(`^${body}$`, flags);
}

/** Tool names: `mcp__server` means all of that server's tools. */
export function toolMatches(pattern: string, tool: string): boolean {
  if (pattern === tool) return true;
  if (/^mcp__[^*]+$/.test(pattern) && pattern.split("__").length === 2) return tool.startsWith(`${pattern}__`);
  return pattern.includes("*") && globToRegExp(pattern).test(tool);
}
