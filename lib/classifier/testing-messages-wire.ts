import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";

type Block = { type: string; text?: string; cache_control?: { type: string; ttl?: string } };
export type MessagesBody = {
  model: string;
  max_tokens: number;
  system?: string | Block[];
  messages: { role: string; content: string | Block[] }[];
  stop_sequences?: string[];
  stream?: boolean;
} & Record<string, unknown>;

export type Usage = {
  input_tokens: number;
  cache_creation_input_tokens: number;
  cache_read_input_tokens: number;
  output_tokens: number;
};

/** Near enough to what a tokenizer makes of English and code. */
const tokens = (text: string): number => Math.ceil(text.length / 4);

/** Blocks of the prompt in the order in which the cache sees them. */
const blocksOf = ({ system, messages }: MessagesBody): Block[] => {
  const asBlocks = (content: string | Block[]): Block[] =>
    typeof content === "string" ? [{ type: "text", text: content }] : content;
  return [...asBlocks(system ?? []), ...messages.flatMap(({ content }) => asBlocks(content))];
};

/** The text up to each mark, oldest first: what the prompt cache can give back. */
export function cachedPrefixes(body: MessagesBody): string[] {
  let prefix = `${body.model}\n`;
  return blocksOf(body).flatMap((block) => {
    prefix += `${block.text ?? JSON.stringify(block)}\n`;
    return block.cache_control ? [prefix] : [];
  });
}

/** The whole prompt as one text, to compare with its prefixes. */
export const promptText = (body: MessagesBody): string =>
  `${body.model}\n${blocksOf(body).map((block) => `${block.text ?? JSON.stringify(block)}\n`).join("")}`; // prettier-ignore

const keyOf = (prefix: string): string => createHash("sha1").update(prefix).digest("base64");

/** Counts as the API does: what an earlier request marked is read, what this one marks anew is written, the rest is input. */
export function usageOf(body: MessagesBody, cache: Set<string>, output: string): Usage {
  const prefixes = cachedPrefixes(body);
  const read = prefixes.findLast((prefix) => cache.has(keyOf(prefix))) ?? "";
  const marked = prefixes.at(-1) ?? "";
  for (const prefix of prefixes) cache.add(keyOf(prefix));
  return {
    input_tokens: tokens(promptText(body)) - tokens(marked),
    cache_creation_input_tokens: tokens(marked) - tokens(read),
    cache_read_input_tokens: tokens(read),
    output_tokens: tokens(output),
  };
}

/** Ends at a stop sequence or at max_tokens, as the API would end it. */
export function ended(body: MessagesBody, text: string): { text: string; stopReason: string; stopSequence: string | null } {
  const stops = (body.stop_sequences ?? []).filter((stop) => text.includes(stop));
  const [stop] = stops.sort((a, b) => text.indexOf(a) - text.indexOf(b));
  const cut = stop === undefined ? text : text.slice(0, text.indexOf(stop));
  if (tokens(cut) > body.max_tokens)
    return { text: cut.slice(0, body.max_tokens * 4), stopReason: "max_tokens", stopSequence: null };
  return { text: cut, stopReason: stop === undefined ? "end_turn" : "stop_sequence", stopSequence: stop ?? null };
} // prettier-ignore

export type Message = { id: string; model: string; text: string; stopReason: string; stopSequence: string | null; usage: Usage }; // prettier-ignore

const messageOf = ({ id, model, usage }: Message) => ({ id, type: "message", role: "assistant", model, usage });

export const jsonMessage = (message: Message): string =>
  JSON.stringify({
    ...messageOf(message),
    content: message.text === "" ? [] : [{ type: "text", text: message.text }],
    stop_reason: message.stopReason,
    stop_sequence: message.stopSequence,
  });

export const event = (type: string, data: object = {}): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;

/** The events of a streamed answer; text comes in pieces. */
export function streamEvents(message: Message): string[] {
  const { text, stopReason, stopSequence, usage } = message;
  const pieces = text.match(/[\s\S]{1,40}/g) ?? [];
  const started = { ...messageOf(message), content: [], stop_reason: null, stop_sequence: null };
  return [
    event("message_start", { message: { ...started, usage: { ...usage, output_tokens: 1 } } }),
    event("content_block_start", { index: 0, content_block: { type: "text", text: "" } }),
    event("ping"),
    ...pieces.map((piece) => event("content_block_delta", { index: 0, delta: { type: "text_delta", text: piece } })),
    event("content_block_stop", { index: 0 }),
    event("message_delta", { delta: { stop_reason: stopReason, stop_sequence: stopSequence }, usage }),
    event("message_stop"),
  ];
}

export const sendError = (response: ServerResponse, status: number, type: string, message: string, headers = {}) =>
  response
    .writeHead(status, { "content-type": "application/json", "request-id": "req_test", ...headers })
    .end(JSON.stringify({ type: "error", error: { type, message }, request_id: "req_test" }));
