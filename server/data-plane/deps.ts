import type pg from "pg";
import type { Logger } from "pino";
import type { LlmClassifier } from "@/lib/classifier/llm";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Env } from "@/lib/env";
import type { DecisionRecorder } from "./recorder";
import type { SnapshotStore } from "./snapshot-store";

/** What a data plane is made of; entry.ts makes the real ones, tests their own. */
export type DataPlaneDeps = {
  env: Env;
  pool: pg.Pool;
  db: PrismaClient;
  snapshot: SnapshotStore;
  recorder: DecisionRecorder;
  /** Null where there is no key for it. */
  llm: LlmClassifier | null;
  logger: Logger;
};
