import { hkdfSync } from "node:crypto";

const derived = new Map<string, Uint8Array>();

/** One key for each purpose out of GATEHOUSE_SECRET, so that what one signs never passes for another. */
export function keyFor(secret: string, purpose: "access-token" | "refresh-token" | "hook-token"): Uint8Array {
  const name = `${purpose}:${secret}`;
  const key = derived.get(name) ?? new Uint8Array(hkdfSync("sha256", secret, "", `gatehouse ${purpose}`, 32));
  derived.set(name, key);
  return key;
}
