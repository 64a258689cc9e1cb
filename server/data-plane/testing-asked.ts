import { testQuestion } from "@/lib/classifier/testing";
import type { Asked } from "./decisions-asked";

/** A shell command of a client's hook, for tests. */
export const testAsked = (developer: Asked["developer"], command: string, over: Partial<Asked> = {}): Asked => ({
  developer,
  action: { ...testQuestion().action, input: { command } },
  sessionId: "s",
  agentId: null,
  toolUseId: null,
  source: "hook",
  startedAtMs: performance.now(),
  signal: new AbortController().signal,
  ...over,
});
