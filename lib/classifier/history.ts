import { z } from "zod";
import type { TranscriptEntry } from "./types";

/** A prompt that the record takes for the user's word (`spokenPrompts`), and a decision on an earlier call. Ids are in the order of time. */
export type PromptRow = { id: string; text: string };
export type DecisionRow = {
  id: string;
  tool: string;
  /** As `describeAction` keeps it: masked, cut to size. */
  action: unknown;
  /** allow | deny | ask | none */
  answer: string;
};

const KeptAction = z.looseObject({ input: z.record(z.string(), z.unknown()) });

/**
 * A session as Gatehouse recorded it, oldest first, from rows in any order. Give it the session from its beginning, or from a start that
 * seldom moves: a window that moves along with it would begin differently each time, and nothing of it could be cached.
 * @param isWhole whether these are all decisions on its calls
 */
export function historyOfRecord(
  prompts: readonly PromptRow[],
  decisions: readonly DecisionRow[],
  isWhole = true,
): TranscriptEntry[] {
  const said = prompts.map(({ id, text }) => ({ id, entry: { sort: "user", text } as const }));
  const done = decisions.map(({ id, tool, action, answer }) => {
    const kept = KeptAction.safeParse(action);
    const input = kept.success ? kept.data.input : {};
    return { id, entry: { sort: "tool", tool, input, ...(answer === "deny" && { wasBlocked: true }) } as const };
  });
  const first = decisions.reduce((id, one) => (id === "" || one.id < id ? one.id : id), "");
  const gap = isWhole ? [] : [{ id: first, entry: { sort: "gap" } as const }];
  return [...said, ...gap, ...done].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map(({ entry }) => entry);
}

/** A session of which only the user's words are known. */
export const historyOfWords = (userMessages: readonly string[]): TranscriptEntry[] =>
  userMessages.filter((text) => text.trim() !== "").map((text) => ({ sort: "user", text }));
