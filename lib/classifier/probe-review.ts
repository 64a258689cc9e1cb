import type { MessageCreateParams, TextBlockParam } from "@anthropic-ai/sdk/resources/messages";
import { maskText } from "@/lib/audit/mask";
import type { ProbeFinding } from "@/lib/decision/probe/types";
import type { ClassifierPolicy } from "@/lib/policy/classifier-policy";
import { encodeRecord, type EncodingLimits } from "./projection-encoding";
import { payloadOf } from "./projection-payload";
import { MAX_PROBE_TOKENS, PROBE_PROMPT, PROBE_QUESTION } from "./prompts/probe";
import { type Asking, askInTurn, askOnce, isCutOff, type ReviewDeps, spendOf, unavailable, usageOf } from "./review";
import type { LlmAnswer } from "./types";

/** An output of a tool that the embedded probe is not certain about. */
export type SuspiciousOutput = {
  organizationId: string;
  tool: string;
  input: Readonly<Record<string, unknown>>;
  text: string;
  /** What the embedded probe saw; empty where it was too little for a warning. */
  findings: readonly ProbeFinding[];
};

/** UTF-16 units of the output that are shown. */
const MAX_SHOWN = 24_000;
const AROUND = 2_000;
const CALL: EncodingLimits = { stringLength: 2_000, totalLength: 4_000, entries: 20, depth: 4 };
const OUTPUT: EncodingLimits = { stringLength: MAX_SHOWN, totalLength: MAX_SHOWN, entries: 2, depth: 1 };

/**
 * Asks Claude whether an output is an injection: `block` is yes, `allow` no, each without words of the model, which may be those of the
 * output. Under the limits of the LLM classifier, and never throws. Whatever keeps it from an answer is `unavailable`.
 */
export const reviewOutput = (
  deps: ReviewDeps,
  output: SuspiciousOutput,
  policy: ClassifierPolicy["llm"],
  signal: AbortSignal,
): Promise<LlmAnswer> =>
  askInTurn(deps, output.organizationId, policy, signal, async () => {
    const request = requestOf(output);
    return request === null ? "input-too-long" : (asking) => answerTo(deps, output.organizationId, request, asking);
  });

type Request = Pick<MessageCreateParams, "system" | "messages" | "max_tokens">;

/** Null where what was seen spans more than can be shown: nobody can tell by a part of it. */
function requestOf({ tool, input, text, findings }: SuspiciousOutput): Request | null {
  const shown = shownOf(text, findings);
  if (shown === null) return null;
  const call = encodeRecord({ tool, input: payloadOf(tool, input) }, CALL).text;
  const output = encodeRecord({ text: maskText(shown), is_whole: shown.length === text.length }, OUTPUT).text;
  return {
    max_tokens: MAX_PROBE_TOKENS,
    system: [{ ...block(PROBE_PROMPT), cache_control: { type: "ephemeral" } }],
    messages: [
      {
        role: "user",
        content: [block(`<call>\n${call}\n</call>\n<output>\n${output}\n</output>\n`), block(PROBE_QUESTION)],
      },
    ],
  };
}

/** All of a short text; of a long one what was seen with its surroundings, or else its two ends. */
function shownOf(text: string, findings: readonly ProbeFinding[]): string | null {
  if (text.length <= MAX_SHOWN) return text;
  if (findings.length === 0) return `${text.slice(0, MAX_SHOWN / 2 - 1)}\n${text.slice(-MAX_SHOWN / 2)}`;
  const start = Math.min(...findings.map((one) => one.start));
  const end = Math.max(...findings.map((one) => one.end));
  if (end - start > MAX_SHOWN - 2 * AROUND) return null;
  return text.slice(Math.max(0, start - AROUND), end + AROUND);
}

const block = (text: string): TextBlockParam => ({ type: "text", text });

async function answerTo(
  { ledger }: ReviewDeps,
  organizationId: string,
  request: Request,
  asking: Asking,
): Promise<LlmAnswer> {
  const asked = await askOnce(request, asking, false);
  const usage = usageOf(asked.tokens, 1, asking);
  ledger.add(organizationId, spendOf(asked, asking));
  if ("cause" in asked) return unavailable(asked.cause, usage);
  if (asked.stopReason === "refusal") return unavailable("refused", usage);
  // An answer of another form may have been asked for by the text.
  return !isCutOff(asked) && /^clean\.?$/i.test(asked.text.trim())
    ? { verdict: "allow", reason: "Claude found that it instructs nobody.", usage }
    : { verdict: "block", rule: null, reason: "Claude found it to be an attempt to instruct the agent.", usage };
}
