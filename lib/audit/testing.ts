import { v7 } from "uuid";
import type { Tx } from "@/lib/db/client";
import type { Decision, Prisma } from "@/lib/db/generated/client";

/** For tests: a recorded decision, by default a block of this moment. Its id carries its time, as the recorder's does. */
export function insertDecision(
  db: Tx,
  organizationId: string,
  given: Partial<Omit<Prisma.DecisionUncheckedCreateInput, "at">> & { at?: Date } = {},
): Promise<Decision> {
  const at = given.at ?? new Date();
  return db.decision.create({
    data: {
      id: v7({ msecs: at.getTime() }),
      organizationId,
      sessionId: "session-1",
      source: "hook",
      tool: "Bash",
      summary: "git push --force origin main",
      action: { tool: "Bash", input: { command: "git push --force origin main" } },
      permissionMode: "auto",
      verdict: "block",
      fallback: false,
      tier: "embedded",
      rule: "git-destructive",
      reason: "Force push rewrites what others have.",
      evidence: [{ field: "command", start: 9, end: 16, note: "rewrites history" }],
      enforcement: "authoritative",
      answer: "deny",
      revision: 1,
      latencyUs: 180,
      ...given,
      at,
    },
  });
}
