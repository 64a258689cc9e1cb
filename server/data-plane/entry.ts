import pino from "pino";
import { createDb, createPool } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { buildDataPlane } from "./app";
import { createRecorder } from "./recorder";
import { createSnapshotStore } from "./snapshot-store";

/** Process entry of one data plane; the supervisor runs one or more of them behind one port (node:cluster). */
const env = readEnv();
const logger = pino({ name: "data-plane", level: env.LOG_LEVEL });
const pool = createPool(env.DATABASE_URL);
const db = createDb(pool);
const snapshot = createSnapshotStore(pool, { baseUrl: env.GATEHOUSE_URL, logger });
const recorder = createRecorder({ databaseUrl: env.DATABASE_URL, logger });
const app = buildDataPlane({ env, pool, db, snapshot, recorder, logger });

let closing: Promise<void> | undefined;
const close = () => (closing ??= drain());

/** Stops accepting, answers what is in flight, writes what is in memory; the supervisor sets the deadline. */
async function drain(): Promise<void> {
  await app.close();
  await recorder.close();
  await snapshot.stop();
  await db.$disconnect();
  if (!pool.ended) await pool.end();
}

const exit = (code: number) => () => process.exit(code);
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void close().then(exit(0), exit(1)));
// The supervisor is gone, however it ended.
process.once("disconnect", () => void close().then(exit(0), exit(1)));

await snapshot.start();
await app.listen({ port: env.PORT, host: env.HOST });
logger.info({ url: env.GATEHOUSE_URL, port: env.PORT }, "data plane is listening");
