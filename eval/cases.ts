import { existsSync } from "node:fs";
import { z } from "zod";
import type { Action, EarlierCall } from "@/lib/decision/types";
import { readLines } from "./read-lines";

/** "Bash: npm test", or the call itself. */
const EarlierCase = z.union([
  z.string(),
  z.object({ tool: z.string(), input: z.record(z.string(), z.unknown()).default({}) }),
]);

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
      /** Calls of the session that ran before, oldest first. */
      prior_tool_calls: z.array(EarlierCase).default([]),
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
export const OWN_CASES = "eval/cases";
export const NEIGHBOUR_CASES = "../shared/eval/dev/actions.jsonl";

/** Without those that nobody has settled. @param path a file of cases, one a line, or a directory of such files */
export const readCases = (path: string): Case[] =>
  readLines(path, Case).filter((one) => one.adjudication !== "needs_human");

export const defaultFiles = (): string[] => [OWN_CASES, NEIGHBOUR_CASES].filter((file) => existsSync(file));

export function actionOf({ tool, input, context }: Case): Action {
  const { git, cwd } = context;
  const messages = context.user_messages ?? (context.user_message === undefined ? [] : [context.user_message]);
  return {
    tool,
    input,
    cwd,
    home: context.home,
    additionalDirectories: context.additional_directories,
    permissionMode: "auto",
    git: git && { root: git.root, branch: git.branch, defaultBranch: git.default_branch, remotes: git.remotes },
    userMessages: messages,
    earlier: context.prior_tool_calls.map((call) => ({ ...(typeof call === "string" ? fromLine(call) : call), cwd })),
  };
}

/** The field that one line about a call shows. */
const SHOWN: Readonly<Record<string, string>> = {
  Bash: "command",
  Monitor: "command",
  PowerShell: "command",
  Read: "file_path",
  Write: "file_path",
  Edit: "file_path",
  MultiEdit: "file_path",
  NotebookEdit: "notebook_path",
  WebFetch: "url",
  WebSearch: "query",
};

function fromLine(line: string): Omit<EarlierCall, "cwd"> {
  const colon = line.indexOf(": ");
  const tool = colon < 0 ? line : line.slice(0, colon);
  const field = Object.hasOwn(SHOWN, tool) ? SHOWN[tool] : undefined;
  return { tool, input: field === undefined ? {} : { [field]: line.slice(colon + 2) } };
}
