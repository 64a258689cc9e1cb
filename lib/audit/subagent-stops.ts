import type { Pool } from "pg";

export type SubagentStop = { rule: string | null; count: number };

type Subagent = { organizationId: string; sessionId: string; developerId: string; agentId: string };

/**
 * What Gatehouse stopped a subagent from doing, by rule, most frequent first. Denials that its client reports are left out: the agent's
 * commands can read the hooks' token and post one, with a rule's name of their own making, which would then stand in our warning.
 */
export async function loadSubagentStops(pool: Pool, subagent: Subagent): Promise<SubagentStop[]> {
  const { rows } = await pool.query<SubagentStop>({
    name: "subagent-stops",
    text: `SELECT "rule", count(*)::int AS "count" FROM "Decision"
      WHERE "organizationId" = $1 AND "sessionId" = $2 AND "developerId" = $3 AND "agentId" = $4
        AND ("verdict" = 'block' OR "fallback") AND "source" <> 'client'
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20`,
    values: [subagent.organizationId, subagent.sessionId, subagent.developerId, subagent.agentId],
  });
  return rows;
}
