import type { QueryConfig } from "pg";

/** Column and type, in the order in which rows are written. One row travels as one JSON object. */
const COLUMNS = {
  id: "uuid",
  organizationId: "uuid",
  at: "timestamptz",
  developerId: "uuid",
  clientId: "uuid",
  groupIds: "uuid[]",
  sessionId: "text",
  agentId: "text",
  toolUseId: "text",
  source: "text",
  tool: "text",
  summary: "text",
  action: "jsonb",
  permissionMode: "text",
  verdict: '"Verdict"',
  fallback: "boolean",
  tier: "text",
  rule: "text",
  cleared: "text[]",
  clearedBy: "text[]",
  reason: "text",
  evidence: "jsonb",
  enforcement: "text",
  answer: "text",
  revision: "integer",
  latencyUs: "integer",
  llm: "jsonb",
  isDemo: "boolean",
} as const;
export type DecisionRow = { [Column in keyof typeof COLUMNS]: unknown };

const NAMES = Object.keys(COLUMNS)
  .map((name) => `"${name}"`)
  .join(", ");
const TYPED = Object.entries(COLUMNS)
  .map(([name, type]) => `"${name}" ${type}`)
  .join(", ");

const INSERT_DECISIONS = `
  INSERT INTO "Decision" (${NAMES}) SELECT ${NAMES} FROM jsonb_to_recordset($1::jsonb) AS d(${TYPED})`;

/**
 * What a batch asks of one session. `counts`: it has a block, so the counters are needed. `endsRow`: it has an allow, so a
 * row of blocks, if there is one, ends.
 */
export type SessionNeed = {
  organizationId: string;
  id: string;
  /** ISO time. */
  at: string;
  counts: boolean;
  endsRow: boolean;
};
const NEED = `AS n("organizationId" uuid, "id" text, "at" timestamptz, "counts" boolean, "endsRow" boolean)`;

/** A session that may not have a row yet. */
export type NewSession = {
  organizationId: string;
  id: string;
  at: string;
  developerId: string | null;
  clientId: string | null;
  isDemo: boolean;
};

/** Locks in key order, always, so that two recorders cannot wait for each other. `lastSeenAt` may lag by 15 s. */
const LOCK = (needs: "$1" | "$2") => `
  SELECT s."organizationId", s."id", s."consecutiveBlocks", s."totalBlocks", n."at", n."endsRow"
  FROM jsonb_to_recordset(${needs}::jsonb) ${NEED}
  JOIN "AgentSession" s ON s."organizationId" = n."organizationId" AND s."id" = n."id"
  WHERE n."counts" OR (n."endsRow" AND s."consecutiveBlocks" <> 0) OR s."lastSeenAt" < n."at" - interval '15 seconds'
  ORDER BY s."organizationId", s."id" FOR UPDATE OF s`;

/** Rows and the sessions they belong to in one statement, for batches without a block. */
export const insertAndEndRows = (rows: string, needs: string): QueryConfig => ({
  name: "decisions-without-blocks",
  text: `WITH locked AS (${LOCK("$2")}), ended AS (
      UPDATE "AgentSession" s SET
        "consecutiveBlocks" = CASE WHEN locked."endsRow" THEN 0 ELSE s."consecutiveBlocks" END,
        "lastSeenAt" = greatest(s."lastSeenAt", locked."at")
      FROM locked WHERE s."organizationId" = locked."organizationId" AND s."id" = locked."id"
    ) ${INSERT_DECISIONS}`,
  values: [rows, needs],
});

export const insertSessions = (sessions: string): QueryConfig => ({
  name: "sessions-insert",
  text: `INSERT INTO "AgentSession" ("organizationId", "id", "developerId", "clientId", "startedAt", "lastSeenAt", "isDemo")
    SELECT n."organizationId", n."id", n."developerId", n."clientId", n."at", n."at", n."isDemo"
    FROM jsonb_to_recordset($1::jsonb) AS n("organizationId" uuid, "id" text, "at" timestamptz, "developerId" uuid,
      "clientId" uuid, "isDemo" boolean)
    ORDER BY n."organizationId", n."id" ON CONFLICT DO NOTHING`,
  values: [sessions],
});

export const lockSessions = (needs: string): QueryConfig => ({
  name: "sessions-lock",
  text: LOCK("$1"),
  values: [needs],
});

export type LockedSession = {
  organizationId: string;
  id: string;
  consecutiveBlocks: number;
  totalBlocks: number;
  at: Date;
};

/** Rows, and the counters of sessions that this transaction has locked. */
export const insertAndCount = (rows: string, counters: string): QueryConfig => ({
  name: "decisions-with-counters",
  text: `WITH counted AS (
      UPDATE "AgentSession" s SET "consecutiveBlocks" = c."consecutive", "totalBlocks" = c."total",
        "lastSeenAt" = greatest(s."lastSeenAt", c."at")
      FROM jsonb_to_recordset($2::jsonb)
        AS c("organizationId" uuid, "id" text, "at" timestamptz, "consecutive" integer, "total" integer)
      WHERE s."organizationId" = c."organizationId" AND s."id" = c."id"
    ) ${INSERT_DECISIONS}`,
  values: [rows, counters],
});

export const insertDecisions = (rows: string): QueryConfig => ({
  name: "decisions-insert",
  text: INSERT_DECISIONS,
  values: [rows],
});
