import { DEFAULT_CLASSIFIER_POLICY } from "@/lib/policy/classifier-policy";
import { type Action, type DecisionPolicy, NOTHING_TRUSTED } from "./types";

/** A session in a repository of its own, in auto mode. For tests. */
export function action(tool: string, input: Record<string, unknown>, change: Partial<Action> = {}): Action {
  return {
    tool,
    input,
    cwd: "/home/dev/project",
    home: "/home/dev",
    additionalDirectories: [],
    permissionMode: "auto",
    git: {
      root: "/home/dev/project",
      branch: "feature/work",
      defaultBranch: "main",
      remotes: { origin: "git@github.com:acme/project.git" },
    },
    userMessages: ["Please finish this task and get everything green."],
    ...change,
  };
}

export const bash = (command: string, change: Partial<Action> = {}): Action => action("Bash", { command }, change);

export function policy(change: Partial<DecisionPolicy> = {}): DecisionPolicy {
  return {
    revision: 1,
    autoMode: true,
    enforcement: "authoritative",
    permissions: { deny: [], ask: [], allow: [] },
    trust: NOTHING_TRUSTED,
    classifier: DEFAULT_CLASSIFIER_POLICY,
    ...change,
  };
}
