import pg from "pg";

/**
 * Connections for `recordDecisions`, and for nothing else: a page or a report that holds all others cannot keep a decision
 * waiting. Statements of one transaction are sent together (pipeline mode).
 * @param timeoutMs of a connection and of each statement, here and on the server
 */
export function createRecordPool(databaseUrl: string, timeoutMs: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 5,
    pipeline: true,
    // Every look-up is by key; a plan made while a table was small would go on reading all of it.
    options: "-c enable_seqscan=off",
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs,
    idle_in_transaction_session_timeout: 2 * timeoutMs,
  });
  // A lost connection also fails the statement under way; without a listener it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  return pool;
}
