import { z } from "zod";
import type { GitState } from "@/lib/decision/types";
import { cleanText } from "./clean-json";
import type { DecisionSource } from "./decision-entry";

/** `request`: the body of the REST call. `model-request`: `safeguards` of a model request that the client sent before. */
const GIT_SOURCES = ["request", "model-request"] as const;

const GitRecord = z.object({
  root: z.string(),
  branch: z.string().nullable(),
  defaultBranch: z.string().nullable(),
  /** Names alone: addresses may hold credentials. */
  remotes: z.array(z.string()),
  from: z.enum(GIT_SOURCES),
});
export type GitRecord = z.output<typeof GitRecord>;

const LEARNED: Record<DecisionSource, GitRecord["from"] | null> = {
  rest: "request",
  hook: "model-request",
  // Reported when it is over: nothing was decided here.
  client: null,
};
const NAME_LENGTH = 200;
const REMOTES = 20;

/** The state of git that a decision was made with, cut to size; null where none was known. */
export function gitRecordOf(git: GitState | null, source: DecisionSource): GitRecord | null {
  const from = LEARNED[source];
  if (git === null || from === null) return null;
  const name = (text: string) => cleanText(text, NAME_LENGTH);
  return {
    root: cleanText(git.root, 1_000),
    branch: git.branch && name(git.branch),
    defaultBranch: git.defaultBranch && name(git.defaultBranch),
    remotes: Object.keys(git.remotes).slice(0, REMOTES).map(name),
    from,
  };
}

/** Of a recorded action; null where none was known, and in records from before it was kept. */
export const readGitRecord = (action: unknown): GitRecord | null =>
  z.looseObject({ git: GitRecord }).safeParse(action).data?.git ?? null;
