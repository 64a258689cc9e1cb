import type { Pool } from "pg";
import { buildEntry } from "@/lib/audit/build-entry";
import type { DecisionEntry } from "@/lib/audit/decision-entry";
import { recordDecisions } from "@/lib/audit/record-decisions";
import { recordSessionEvents, type SessionEventEntry } from "@/lib/audit/session-event";
import { idAt, newId } from "@/lib/db/id";
import { decide } from "@/lib/decision/decide";
import type { Action, DecisionPolicy } from "@/lib/decision/types";
import type { DemoDeveloper } from "./fill-people";
import type { Random } from "./random";
import { type DemoSession, homeOf, planSessions } from "./sessions";

const BATCH = 250;

type Given = {
  developers: readonly DemoDeveloper[];
  nowMs: number;
  random: Random;
  /** What was in force for a developer at a time. */
  policyAt: (developer: DemoDeveloper, atMs: number) => DecisionPolicy;
  onProgress: (done: number, of: number) => void;
};

type Planned = { developer: DemoDeveloper; session: DemoSession; sessionId: string };

/** Thirty days of work: each step goes through the same `decide` and the same recorder as a live one. */
export async function fillDecisions(pool: Pool, given: Given): Promise<{ decisions: number; sessions: number }> {
  const planned = given.developers.flatMap((developer): Planned[] =>
    planSessions(developer, given.nowMs, given.random).map((session) => ({ developer, session, sessionId: newId() })),
  );
  const steps = planned
    .flatMap((plan) => plan.session.steps.map((step) => ({ ...plan, ...step })))
    .sort((a, b) => a.atMs - b.atMs);
  const known = new Set<string>();
  const client = await pool.connect();
  try {
    await recordSessionEvents(client, planned.map(promptOf));
    for (let done = 0; done < steps.length; done += BATCH) {
      const batch = steps.slice(done, done + BATCH).map((step) => entryOf(step, given));
      await recordDecisions(client, batch, known);
      given.onProgress(Math.min(done + BATCH, steps.length), steps.length);
    }
  } finally {
    client.release();
  }
  return { decisions: steps.length, sessions: planned.length };
}

function entryOf(
  { developer, session, sessionId, atMs, action: { tool, input } }: Planned & DemoSession["steps"][number],
  given: Given,
): DecisionEntry {
  const { place, permissionMode, prompt } = session;
  const action: Action = {
    tool,
    input,
    cwd: place.cwd,
    home: homeOf(developer.name),
    additionalDirectories: [],
    permissionMode,
    git: {
      root: place.cwd,
      branch: "main",
      defaultBranch: "main",
      remotes: { origin: `https://${place.project.remote}.git` },
    },
    userMessages: [prompt],
  };
  const policy = given.policyAt(developer, atMs);
  const startedAtMs = performance.now();
  const judgement = decide(action, policy);
  return buildEntry({
    id: idAt(atMs),
    at: atMs,
    developer,
    action,
    sessionId,
    agentId: null,
    toolUseId: `toolu_${newId().replaceAll("-", "").slice(-24)}`,
    source: "hook",
    judgement,
    policy,
    latencyUs: Math.round((performance.now() - startedAtMs) * 1_000),
    isDemo: true,
  });
}

const promptOf = ({ developer, session, sessionId }: Planned): SessionEventEntry => ({
  id: idAt(session.startMs),
  organizationId: developer.organizationId,
  sessionId,
  developerId: developer.memberId,
  clientId: developer.clientId,
  at: new Date(session.startMs).toISOString(),
  event: "UserPromptSubmit",
  toolUseId: null,
  payload: { prompt: session.prompt, cwd: session.place.cwd, permission_mode: session.permissionMode },
});
