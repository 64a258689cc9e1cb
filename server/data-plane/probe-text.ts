/** UTF-16 units collected; the probe reads the two ends of longer ones. */
const MAX_TEXT = 1_000_000;
const MAX_DEPTH = 8;
const MAX_STRINGS = 10_000;

/** Echoes of the agent's own input, pictures, and the client's bookkeeping. */
const NOT_FROM_OUTSIDE = new Set(
  (
    "prompt query filePath file_path originalFile oldString newString old_string new_string structuredPatch userModified usage " +
    "base64 agentId agentType toolUseId toolsUsed resolvedModel status handback harnessSectionHash warning"
  ).split(" "),
);

/** The text in a tool's response, whatever its shape: a string, content blocks, `{stdout, stderr}`, `{file: {content}}`. */
export function responseText(response: unknown): string {
  const found: string[] = [];
  let left = MAX_TEXT;
  const collect = (value: unknown, depth: number): void => {
    if (left <= 0 || found.length >= MAX_STRINGS) return;
    if (typeof value === "string") {
      // The end of a long text is read too: that is where something is easily added.
      const kept =
        value.length <= left ? value : `${value.slice(0, left / 2)}\n${value.slice(value.length - left / 2)}`;
      found.push(kept);
      left -= kept.length;
      return;
    }
    if (typeof value !== "object" || value === null || depth >= MAX_DEPTH) return;
    if ("type" in value && (value.type === "image" || value.type === "audio")) return;
    for (const [key, inner] of Object.entries(value)) if (!NOT_FROM_OUTSIDE.has(key)) collect(inner, depth + 1);
  };
  collect(response, 0);
  return found.join("\n");
}
