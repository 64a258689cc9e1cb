import type { LlmClassifier } from "@/lib/classifier/llm";
import type { SuspiciousOutput } from "@/lib/classifier/probe-review";
import type { LlmAnswer } from "@/lib/classifier/types";
import type { ProbeResult } from "@/lib/decision/probe/types";
import type { ClassifierPolicy } from "@/lib/policy/classifier-policy";

/** The client waits 5 s for the whole answer. */
const REVIEW_MS = 2_500;
/** Something was seen, though too little for a warning. */
const SUSPICIOUS_SCORE = 0.5;
/** More than one sign in one place, or one that harmless texts do not have. */
const CERTAIN_SCORE = 1.5;

/** What Claude says about an output where the policy wants that and the embedded probe is not certain; null where it was not asked. */
export async function secondOpinion(
  llm: LlmClassifier | null,
  policy: ClassifierPolicy,
  { score }: ProbeResult,
  output: SuspiciousOutput,
  signal: AbortSignal,
): Promise<LlmAnswer | null> {
  if (llm === null || !policy.probe.llm || score < SUSPICIOUS_SCORE || score >= CERTAIN_SCORE) return null;
  const timeoutMs = Math.min(policy.llm.timeoutMs, REVIEW_MS);
  return llm.reviewOutput(output, { ...policy.llm, timeoutMs }, signal);
}

/** A clear word of Claude's counts; without one the embedded probe's finding stands. */
export const isInjection = ({ verdict }: ProbeResult, opinion: LlmAnswer | null): boolean =>
  opinion === null || opinion.verdict === "unavailable" ? verdict === "injection" : opinion.verdict === "block";
