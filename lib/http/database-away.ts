/** Codes under which pg, node and Prisma say that the database cannot be reached or went away. */
const CODES = /^(ECONN|EPIPE|ENOENT|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08|53300|57P0|P1001|P1002|P1008|P1017|P2024|P2028)/;
const TEXTS =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Can't reach database server/;

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && CODES.test(String(error.code))) || TEXTS.test(error.message);
}
