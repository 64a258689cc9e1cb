import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import { keyFor } from "./keys";

/**
 * The token that a client's hooks carry. It is derived from the client's id and epoch, so nothing secret is stored, it
 * stays the same in every delivery, and raising `Client.tokenEpoch` ends it. Layout: id (16), epoch (4), HMAC (32).
 */
const PREFIX = "ghh_";
const EPOCH_AT = 16;
const MAC_AT = 20;
const LENGTH = 52;

export function hookTokenFor(secret: string, clientId: string, epoch: number): string {
  const head = Buffer.alloc(MAC_AT);
  head.set(parse(clientId), 0);
  head.writeUInt32BE(epoch, EPOCH_AT);
  return PREFIX + Buffer.concat([head, macOf(secret, head)]).toString("base64url");
}

/** Who a token was derived for; null when it was not made with this secret. Whether the epoch is current is the caller's question. */
export function verifyHookToken(secret: string, token: string): { clientId: string; epoch: number } | null {
  if (!token.startsWith(PREFIX)) return null;
  const bytes = Buffer.from(token.slice(PREFIX.length), "base64url");
  // base64url reading is lenient; only the one spelling that we write is a token.
  if (bytes.length !== LENGTH || bytes.toString("base64url") !== token.slice(PREFIX.length)) return null;
  const head = bytes.subarray(0, MAC_AT);
  if (!timingSafeEqual(bytes.subarray(MAC_AT), macOf(secret, head))) return null;
  return { clientId: stringify(head.subarray(0, EPOCH_AT)), epoch: head.readUInt32BE(EPOCH_AT) };
}

const macOf = (secret: string, head: Uint8Array): Buffer =>
  createHmac("sha256", keyFor(secret, "hook-token")).update(head).digest();
