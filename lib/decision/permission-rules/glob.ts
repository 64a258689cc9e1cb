/** A pattern over a whole text. */
export type TextPattern = (text: string) => boolean;

/**
 * `*` spans anything, everything else is literal. Each piece is looked for once, from where the one before it ended, so that the time
 * grows with the text and not with the number of ways to lay the pieces out.
 */
export function textGlob(pattern: string): TextPattern {
  const pieces = pattern.split(/\*+/);
  const [first = ""] = pieces;
  const last = pieces.at(-1) ?? "";
  if (pieces.length === 1) return (text) => text === pattern;
  const middle = pieces.slice(1, -1);
  return (text) => {
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const piece of middle) {
      const found = text.indexOf(piece, at);
      if (found === -1) return false;
      at = found + piece.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}

/** Tool names: `mcp__server` means all of that server's tools. */
export function toolMatches(pattern: string, tool: string): boolean {
  if (pattern === tool) return true;
  if (/^mcp__[^*]+$/.test(pattern) && pattern.split("__").length === 2) return tool.startsWith(`${pattern}__`);
  return pattern.includes("*") && textGlob(pattern)(tool);
}

/** `example.com` exactly; `*.example.com` any depth below; elsewhere `*` stays between two dots. */
export function domainGlob(domain: string): TextPattern {
  const lower = domain.toLowerCase();
  const below = lower.startsWith("*.");
  const labels = (below ? lower.slice(2) : lower).split(".").map(textGlob);
  return (host) => {
    const actual = host.split(".");
    const extra = actual.length - labels.length;
    if (below ? extra < 1 : extra !== 0) return false;
    return labels.every((label, i) => label(actual[i + extra] ?? ""));
  };
}
