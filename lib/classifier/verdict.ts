import { CATALOGUE } from "@/lib/decision/rule-names";

export type FullAnswer =
  { verdict: "allow"; reason: string } | { verdict: "block"; rule: string | null; reason: string };

const MAX_LENGTH = 64_000;
const MAX_REASON_LENGTH = 600;
const MAX_RULE_LENGTH = 100;

/** Anything but the one word that lets pass, is looked at again. */
export const parseQuickAnswer = (text: string): "allow" | "escalate" =>
  text.length <= MAX_LENGTH && /^pass\.?$/i.test(text.trim()) ? "allow" : "escalate";

const UNREADABLE: FullAnswer = {
  verdict: "block",
  rule: null,
  reason:
    "Claude's answer about this action could not be read, so it is blocked to be safe. Try it again once, or ask the user to run it.",
};
const UNEXPLAINED = "Claude judged this action harmful without saying why.";

const ANSWER =
  /^<verdict>\s*(?<verdict>allow|block)\s*<\/verdict>\s*(?:<rule>(?<rule>[^<>]*)<\/rule>\s*)?(?:<explanation>(?<explanation>[\s\S]*)<\/explanation>)?$/;
/** Whatever a reader could take for one of the answer's tags, however it is written. */
const TAG = /<\s{0,9}\/?\s{0,9}(?:reasoning|verdict|rule|explanation)\b/i;

/**
 * The full answer. Allowed is only what has exactly the form of an allowance: one closed reasoning, then a verdict and an explanation,
 * each once, and nothing else. What stands in the reasoning is no verdict. All doubt blocks.
 */
export function parseFullAnswer(text: string): FullAnswer {
  const answer = text.length <= MAX_LENGTH ? afterReasoning(text.trim()) : null;
  const parts = answer === null ? undefined : ANSWER.exec(answer.trim())?.groups;
  const { verdict, rule, explanation = "" } = parts ?? {};
  const reason = displayed(explanation);
  if (TAG.test(explanation)) return UNREADABLE;
  if (verdict === "block") return { verdict, rule: ruleOf(rule ?? ""), reason: reason || UNEXPLAINED };
  if (verdict === "allow" && rule === undefined && reason !== "") return { verdict, reason };
  return UNREADABLE;
}

/** Null where it does not begin with a reasoning, or it is not certain where that ends. */
function afterReasoning(text: string): string | null {
  if (!text.startsWith("<reasoning>")) return null;
  const marks = [...text.matchAll(/<\s{0,9}\/?\s{0,9}reasoning\b[^>]{0,99}>?/gi)];
  const end = marks[1];
  return marks.length === 2 && end?.[0] === "</reasoning>" ? text.slice(end.index + end[0].length) : null;
}

const IDS = new Set(CATALOGUE.map(({ id }) => id));

/** By its id, or by a name that only one rule has. One we do not know blocks like any other, without a name. */
function ruleOf(text: string): string | null {
  if (text.length > MAX_RULE_LENGTH) return null;
  const wanted = text.replace(/^[\s`[("']+|[\s`\])"'.]+$/g, "").toLowerCase();
  if (IDS.has(wanted)) return wanted;
  const named = CATALOGUE.filter(({ name }) => name.toLowerCase() === wanted);
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

/** One line of text for people: nothing invisible, nothing that turns the direction, no longer than a reason may be. */
function displayed(text: string): string {
  const line = text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, "")
    .trim();
  return line.length > MAX_REASON_LENGTH ? `${line.slice(0, MAX_REASON_LENGTH - 1).trimEnd()}…` : line;
}
