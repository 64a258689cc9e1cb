import { setTimeout as sleep } from "node:timers/promises";
import type Anthropic from "@anthropic-ai/sdk";
import type { Message, MessageCreateParamsNonStreaming } from "@anthropic-ai/sdk/resources/messages";
import { addTokens, NO_TOKENS, type Tokens } from "./price";
import { failureOf } from "./request-failure";
import type { UnavailableCause } from "./types";

export type Asked = { tokens: Tokens; requests: number } & (
  { text: string; stopReason: string | null } | { cause: UnavailableCause }
);

type Options = {
  maxRetries: number;
  /** Ends the question, retries and pauses included. */
  signal: AbortSignal;
  /** performance.now() when that is: no pause is begun that would outlast it. */
  deadlineMs: number;
  /** A long answer comes as a stream: what it took is then known also where it is cut off. */
  isLong: boolean;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
/** Less is left than any answer takes. */
const LEAST_MS = 300;

/** One question to the Messages API, sent again after failures that pass, as long as there is time. Never throws. */
export async function ask(
  client: Anthropic,
  params: MessageCreateParamsNonStreaming,
  { maxRetries, signal, deadlineMs, isLong }: Options,
): Promise<Asked> {
  let tokens = NO_TOKENS;
  for (let requests = 1; ; requests++) {
    const sent = isLong ? await stream(client, params, signal) : await send(client, params, signal);
    tokens = addTokens(tokens, sent.tokens);
    if ("text" in sent) return { ...sent, tokens, requests };
    if (signal.aborted) return { cause: "timeout", tokens, requests };
    const { cause, retryAfterMs } = failureOf(sent.error);
    if (retryAfterMs === null || requests > maxRetries) return { cause, tokens, requests };
    const pauseMs = retryAfterMs ?? jittered(Math.min(FIRST_PAUSE_MS * 2 ** (requests - 1), LONGEST_PAUSE_MS));
    if (performance.now() + pauseMs + LEAST_MS > deadlineMs) return { cause, tokens, requests };
    await sleep(pauseMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) return { cause: "timeout", tokens, requests };
  }
}

const jittered = (ms: number): number => ms * (0.75 + Math.random() * 0.5);

type Sent = { tokens: Tokens } & ({ text: string; stopReason: string | null } | { error: unknown });

async function send(client: Anthropic, params: MessageCreateParamsNonStreaming, signal: AbortSignal): Promise<Sent> {
  try {
    return read(await client.messages.create(params, { signal }));
  } catch (error) {
    return { error, tokens: NO_TOKENS };
  }
}

async function stream(client: Anthropic, params: MessageCreateParamsNonStreaming, signal: AbortSignal): Promise<Sent> {
  const answer = client.messages.stream(params, { signal });
  try {
    return read(await answer.finalMessage());
  } catch (error) {
    return { error, tokens: tokensIn(answer.currentMessage) };
  }
}

/** @throws SyntaxError for what is no message: something else than the API answered */
function read(message: Message): Sent {
  if (!Array.isArray(message?.content)) throw new SyntaxError("The answer is no message");
  const text = message.content.map((block) => (block.type === "text" ? block.text : "")).join("");
  return { text, stopReason: message.stop_reason, tokens: tokensIn(message) };
}

const tokensIn = (message: Message | undefined): Tokens => ({
  inputTokens: countOf(message?.usage?.input_tokens),
  cacheReadTokens: countOf(message?.usage?.cache_read_input_tokens),
  cacheWriteTokens: countOf(message?.usage?.cache_creation_input_tokens),
  outputTokens: countOf(message?.usage?.output_tokens),
});

/** What stands at a listed address may be no more than like the API. */
const countOf = (given: unknown): number => (Number.isSafeInteger(given) ? Math.max(0, given as number) : 0);
