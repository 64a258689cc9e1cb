import type { Answer } from "@/lib/decision/answer";
import { type Answered, ruleName } from "./decisions-judge";

/** No opinion: the client goes on by its own rules. */
export const NO_OPINION = "{}";

const OPENING: Record<Exclude<Answer, "none">, string> = {
  allow: "Gatehouse allowed this",
  deny: "Gatehouse blocked this",
  ask: "Gatehouse asks for a person's approval",
};

/** The random end of the id: enough to find the record of a decision that someone reads out. */
export const shortId = (id: string): string => id.slice(-8);

/** What the developer and Claude read. Reasons of the classifier name their rule themselves. */
export function explain({ answer, rule, reason, id }: Answered): string {
  if (answer === "none") return "";
  const label = rule === null ? null : `[${ruleName(rule)}]`;
  const named = label === null || reason.includes(label) ? reason : `${label} ${reason}`;
  return `${OPENING[answer]}: ${named} (decision ${shortId(id)})`;
}

/** The answer to PreToolUse in the client's format. */
export function hookAnswer(answered: Answered): string {
  if (answered.answer === "none") return NO_OPINION;
  return JSON.stringify({
    hookSpecificOutput: {
      hookEventName: "PreToolUse",
      permissionDecision: answered.answer,
      permissionDecisionReason: explain(answered),
    },
  });
}
