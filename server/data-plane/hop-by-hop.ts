import type { IncomingMessage } from "node:http";

/** RFC 9110 section 7.6.1: of one connection only, never handed on. */
export const HOP_BY_HOP = [
  "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection",
  "te", "trailer", "transfer-encoding", "upgrade",
]; // prettier-ignore

/** A message's headers as they came, in name-value pairs, without those of the connection and `without`. */
export function endToEndHeaders(
  message: Pick<IncomingMessage, "rawHeaders" | "headers">,
  without: readonly string[] = [],
) {
  const named = message.headers.connection?.split(",").map((name) => name.trim().toLowerCase()) ?? [];
  const dropped = new Set([...HOP_BY_HOP, ...named, ...without]);
  const kept: string[] = [];
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    const [name, value] = [message.rawHeaders[i], message.rawHeaders[i + 1]];
    if (name !== undefined && value !== undefined && !dropped.has(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}
