import type { Action } from "@/lib/decision/types";
import type { LlmQuestion, PendingQuestion } from "./types";

const ACTION: Action = {
  tool: "Bash",
  input: { command: "./scripts/rotate.sh" },
  cwd: "/home/dev/app",
  home: "/home/dev",
  additionalDirectories: [],
  permissionMode: "auto",
  git: null,
  userMessages: [],
};

/** A question of a session in which the user spoke once, for tests. */
export const testQuestion = (over: Partial<LlmQuestion> = {}): LlmQuestion => ({
  organizationId: "0198c0de-0000-7000-8000-000000000000",
  sessionId: "session-1",
  action: ACTION,
  history: [{ sort: "user", text: "Rotate the certificates of staging." }],
  instructions: [],
  facts: {
    cwd: ACTION.cwd,
    gitBranch: null,
    gitDefaultBranch: null,
    gitRemotes: {},
    gitStatus: null,
    repositoryVisibility: "unverified",
    trusted: [],
  },
  organizationRules: { environment: [], allow: [], softDeny: [], hardDeny: [] },
  ...over,
});

/** The same, of a session that is read. */
export const testPending = (over: Partial<LlmQuestion> = {}): PendingQuestion => {
  const question = testQuestion(over);
  return { organizationId: question.organizationId, load: async () => question };
};

/** Answers in the forms that the prompts ask for. */
export const SAID = {
  pass: "pass",
  flag: "flag",
  allow: (explanation: string) =>
    `<reasoning>\nThe user asked for it.\n</reasoning>\n<verdict>allow</verdict>\n<explanation>${explanation}</explanation>`,
  block: (rule: string, explanation: string) =>
    `<reasoning>\nNobody asked for it.\n</reasoning>\n<verdict>block</verdict>\n<rule>${rule}</rule>\n<explanation>${explanation}</explanation>`,
} as const;
