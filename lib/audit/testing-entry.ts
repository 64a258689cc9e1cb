import { randomUUID } from "node:crypto";
import { newId } from "@/lib/db/id";
import type { DecisionEntry } from "./decision-entry";
import type { SessionEventEntry } from "./session-event";

/** A decision as the judge hands it to the recorder, for tests. */
export const testEntry = (organizationId: string, over: Partial<DecisionEntry> = {}): DecisionEntry => ({
  id: newId(),
  at: Date.now(),
  organizationId,
  developerId: null,
  clientId: null,
  groupIds: [],
  sessionId: randomUUID(),
  agentId: null,
  toolUseId: null,
  source: "hook",
  tool: "Bash",
  summary: "ls",
  action: { input: { command: "ls" }, cwd: "/repo", home: null, additionalDirectories: [] },
  permissionMode: "auto",
  verdict: "allow",
  tier: "embedded",
  rule: null,
  reason: "Reads only.",
  evidence: [],
  enforcement: "authoritative",
  revision: 1,
  latencyUs: 100,
  isDemo: false,
  ...over,
});

/** A prompt of a session, on its way to the record, for tests. */
export const testEvent = (organizationId: string): SessionEventEntry => ({
  id: newId(),
  organizationId,
  sessionId: randomUUID(),
  developerId: null,
  clientId: null,
  at: new Date().toISOString(),
  event: "UserPromptSubmit",
  toolUseId: null,
  payload: {},
});
