import type pg from "pg";

/** A query that fails after `timeoutMs`: a database that hangs must not make what can be served from memory wait. */
export async function timedQuery<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: readonly unknown[],
  timeoutMs = 2_000,
): Promise<Row[]> {
  // pg reads query_timeout of a single query too; its types know it only for a whole connection.
  const query: pg.QueryConfig & { query_timeout: number } = { text, values: [...values], query_timeout: timeoutMs };
  const { rows } = await pool.query<Row>(query);
  return rows;
}
