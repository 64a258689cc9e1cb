import { createTestDatabase } from "@/lib/db/testing";
import { createLlmClassifier, type LlmClassifier } from "./llm";
import { startMessagesApi } from "./testing-messages-api";

type Logger = Parameters<typeof createLlmClassifier>[0]["logger"];
const SILENT: Logger = { info: () => {}, warn: () => {} };

/** LLM classifiers that ask a Messages API on loopback and count on real PostgreSQL, for tests. */
export async function createTestLlm(logger = SILENT) {
  const t = await createTestDatabase();
  const api = await startMessagesApi();
  const env = { CLASSIFIER_API_KEY: "key", ANTHROPIC_UPSTREAM_URL: api.url, CLASSIFIER_BASE_URLS: [] };
  return {
    t,
    api,
    /** As of another process: with circuits and counts of its own. */
    createLlm: (pool = t.pool) => createLlmClassifier({ env, pool, logger }) as LlmClassifier,
    async close() {
      await api.close();
      await t.close();
    },
  };
}
