/** A permission rule taken apart: `Tool`, `Tool(specifier)` or `Tool(param:value)`. */
export type ParsedRule = {
  /** Tool name or glob over names (`mcp__github__*`). */
  tool: string;
  specifier: string | null;
};

/** Null for text that is no rule; such a rule matches nothing and the policy's lint says so. */
export function parseRule(text: string): ParsedRule | null {
  const match = /^([A-Za-z_*][\w*.-]*)(?:\(([\s\S]*)\))?$/.exec(text.trim());
  if (match === null) return null;
  const tool = canonicalTool(match[1] as string);
  const specifier = match[2] ?? null;
  return { tool, specifier: specifier === "" || specifier === "*" ? null : specifier };
}

/** `Task` is the old name of `Agent`. */
export const canonicalTool = (tool: string): string => (tool === "Task" ? "Agent" : tool);
