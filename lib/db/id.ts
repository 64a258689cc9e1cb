import { v7 } from "uuid";

/** UUIDv7 (RFC 9562): sorts by time of making, so it is also the cursor of every newest-first list. */
export const newId = (): string => v7();
