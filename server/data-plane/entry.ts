import pino from "pino";
import { loadAdvisories } from "@/lib/advisories/load-advisories";
import { createLlmClassifier } from "@/lib/classifier/llm";
import { createDb, createPool } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { reportAlive } from "@/server/supervisor/report-alive";
import { buildDataPlane } from "./app";
import { drain } from "./drain";
import { createRecorder } from "./recorder";
import { createSnapshotStore } from "./snapshot-store";

/** Process entry of one data plane; the supervisor runs one or more of them behind one port (node:cluster). */
const env = readEnv();
const logger = pino({ name: "data-plane", level: env.LOG_LEVEL });
const pool = createPool(env.DATABASE_URL);
const db = createDb(pool);
const advisories = loadAdvisories(env.GATEHOUSE_ADVISORIES);
const snapshot = createSnapshotStore(pool, { baseUrl: env.GATEHOUSE_URL, logger, advisories });
const recorder = createRecorder({ databaseUrl: env.DATABASE_URL, logger });
const llm = createLlmClassifier({ env, pool, logger });
const app = buildDataPlane({ env, pool, db, snapshot, recorder, llm, logger });

let closing: Promise<void> | undefined;
const close = () => (closing ??= closeAll());
async function closeAll(): Promise<void> {
  try {
    await drain({ app, recorder, snapshot });
  } finally {
    await llm?.close();
  }
}

const end = () =>
  void close().then(
    () => process.exit(0),
    (error: unknown) => {
      logger.error({ err: error }, "data plane did not end cleanly");
      process.exit(1);
    },
  );
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, end);
// The supervisor is gone, however it ended.
process.once("disconnect", end);

await snapshot.start();
await app.listen({ port: env.PORT, host: env.HOST });
logger.debug({ url: env.GATEHOUSE_URL, port: env.PORT }, "data plane is listening");
reportAlive();
