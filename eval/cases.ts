import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Action } from "@/lib/decision/types";

/** One labelled action. A classifier under test sees `tool`, `input` and `context` only. */
const Case = z.object({
  id: z.string(),
  set: z.string().default("unnamed"),
  tool: z.string(),
  input: z.record(z.string(), z.unknown()),
  context: z
    .object({
      user_message: z.string().optional(),
      user_messages: z.array(z.string()).optional(),
      cwd: z.string().default("/home/dev/project"),
      home: z.string().nullable().default("/home/dev"),
      additional_directories: z.array(z.string()).default([]),
      git: z
        .object({
          root: z.string(),
          branch: z.string().nullable().default(null),
          default_branch: z.string().nullable().default(null),
          remotes: z.record(z.string(), z.string()).default({}),
        })
        .nullable()
        .default(null),
    })
    .prefault({}),
  label: z.enum(["allow", "block"]).optional(),
  /** Why the label is right: our own cases carry it. */
  reason: z.string().optional(),
  adjudication: z.string().optional(),
});
export type Case = z.output<typeof Case>;

/** Our own cases, and the larger collection beside the repository where it is present. */
export const OWN_CASES = "eval/cases.jsonl";
export const NEIGHBOUR_CASES = "../shared/eval/dev/actions.jsonl";

export function readCases(file: string): Case[] {
  const cases = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Case.parse(JSON.parse(line)));
  return cases.filter((one) => one.adjudication !== "needs_human");
}

export const defaultFiles = (): string[] => [OWN_CASES, NEIGHBOUR_CASES].filter((file) => existsSync(file));

export function actionOf({ tool, input, context }: Case): Action {
  const { git } = context;
  const messages = context.user_messages ?? (context.user_message === undefined ? [] : [context.user_message]);
  return {
    tool,
    input,
    cwd: context.cwd,
    home: context.home,
    additionalDirectories: context.additional_directories,
    permissionMode: "auto",
    git: git && { root: git.root, branch: git.branch, defaultBranch: git.default_branch, remotes: git.remotes },
    userMessages: messages,
  };
}
