import type { Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import { invalid } from "@/lib/http/errors";

const TIME_LIMIT_MS = 4_000;
const QUERY_CANCELED = /57014|statement timeout/;

const wasCanceled = (error: unknown) =>
  error instanceof Error &&
  QUERY_CANCELED.test(`${error.message} ${JSON.stringify((error as { meta?: unknown }).meta)}`);

/**
 * Runs a search under a statement timeout. Free text is matched with ILIKE inside the bounds of time: anyone's
 * PostgreSQL can do it, it finds any part of a path, and inserts pay nothing for it, where a word index (tsvector) would
 * miss parts of words and a trigram index (pg_trgm, not installed everywhere) costs every recorded decision. The price:
 * rare text over a very long time is slow, and then says so.
 */
export async function withTimeLimit<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>, limitMs = TIME_LIMIT_MS): Promise<T> {
  try {
    return await inTransaction(ctx, async (tx) => {
      await tx.db.$executeRaw`SELECT set_config('statement_timeout', ${String(limitMs)}, true)`;
      return work(tx);
    });
  } catch (error) {
    if (!wasCanceled(error)) throw error;
    throw invalid(
      "This search looks at too much. Choose a shorter time or one developer.",
      [{ field: "range", message: "Choose a shorter time" }],
      "search_too_broad",
    );
  }
}
