import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

const BYTES = 16;
// One call of the operating system for 512 ids; one for each would cost more than everything else about them.
const pool = new Uint8Array(512 * BYTES);
let used = pool.length;

function randomBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.subarray(used, (used += BYTES));
}

let lastMs = 0;
let sequence = 0;

/** UUIDv7 (RFC 9562): sorts by time of making, so it is also the cursor of every newest-first list. */
export function newId(): string {
  const random = randomBytes();
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    sequence = ((random[6] ?? 0) << 23) | ((random[7] ?? 0) << 16) | ((random[8] ?? 0) << 8) | (random[9] ?? 0);
  } else sequence = (sequence + 1) >>> 0;
  return v7({ random, msecs: lastMs, seq: sequence });
}

/** An id that sorts among those made at another time, for rows that are dated back. */
export const idAt = (msecs: number): string => v7({ msecs });
