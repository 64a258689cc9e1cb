import { checksumOfText } from "./canonical";
import { TOKEN_PLACEHOLDER, TOKEN_VARIABLE } from "./managed-env";

const SLOT = `${JSON.stringify(TOKEN_VARIABLE)}:${JSON.stringify(TOKEN_PLACEHOLDER)}`;

/**
 * Puts one developer's hook token into the document of their audience. Works on the canonical text, so that serving a
 * client costs one replacement and one hash, and the result is canonical again. Prose cannot hold the slot by
 * accident: quotes inside a JSON string are escaped.
 * @throws Error when the document has no place for the token; without it every action of the client would be blocked
 */
export function personalise(canonicalDocument: string, token: string): { settings: string; checksum: string } {
  if (!canonicalDocument.includes(SLOT)) throw new Error("The document has no place for a hook token");
  const filled = `${JSON.stringify(TOKEN_VARIABLE)}:${JSON.stringify(token)}`;
  const settings = canonicalDocument.replaceAll(SLOT, () => filled);
  return { settings, checksum: checksumOfText(settings) };
}
