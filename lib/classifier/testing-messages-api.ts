import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import {
  ended,
  event,
  jsonMessage,
  type MessagesBody,
  sendError,
  streamEvents,
  usageOf,
} from "./testing-messages-wire";

/** What the API does with one request. */
export type Reply =
  | { text: string; delayMs?: number }
  | { refusal: true }
  | { error: { status: number; type: string; message?: string; retryAfter?: number | string } }
  /** An error in the middle of a stream, after its first half. */
  | { streamError: { type: string; text: string } }
  /** The connection ends in the middle of the answer's body. */
  | { cutOff: string }
  /** A body that is not what its header says. */
  | { garbage: string }
  /** Nothing ever comes; `midway` after the first half of this text was streamed. */
  | { silence: true; midway?: string };

export type SeenRequest = { body: MessagesBody; headers: IncomingHttpHeaders; path: string };

/** The model: told the request and how many came before it. */
export type Model = (request: SeenRequest, index: number) => Reply;

export type MessagesApi = {
  url: string;
  /** Every request so far, oldest first. */
  requests: SeenRequest[];
  answerWith(model: Model | readonly Reply[]): void;
  close(): Promise<void>;
};

/**
 * The Messages API on loopback: JSON and server-sent events, stop sequences, max_tokens, prompt cache and its counts, the error envelope.
 * Format: https://platform.claude.com/docs/en/api/messages. The words of the "model" are the test's; nothing here tells how well one judges.
 */
export async function startMessagesApi(): Promise<MessagesApi> {
  const requests: SeenRequest[] = [];
  const cache = new Set<string>();
  let model: Model = () => ({ text: "" });

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = new URL(request.url ?? "/", "http://api").pathname;
    if (request.method !== "POST" || path !== "/v1/messages")
      return sendError(response, 404, "not_found_error", "Not found");
    const body = JSON.parse(Buffer.concat(chunks).toString()) as MessagesBody;
    const seen = { body, headers: request.headers, path };
    const fault = faultOf(seen);
    if (fault !== null) return sendError(response, fault.status, fault.type, fault.message);
    requests.push(seen);
    return answer(response, body, model(seen, requests.length - 1), cache, `msg_${requests.length}`);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answerWith: (next) => {
      model = typeof next === "function" ? next : fromList(next);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** In turn; the last again and again. */
const fromList = (replies: readonly Reply[]): Model => {
  const left = [...replies];
  return () => (left.length > 1 ? left.shift() : left[0]) ?? { text: "" };
};

/** What the API itself refuses. */
function faultOf({ body, headers }: SeenRequest) {
  if (!headers.authorization?.startsWith("Bearer ") && !headers["x-api-key"])
    return { status: 401, type: "authentication_error", message: "invalid api key" };
  const invalid = (message: string) => ({ status: 400, type: "invalid_request_error", message });
  if (!headers["anthropic-version"]) return invalid("anthropic-version: header is required");
  if (!body.model || !(body.max_tokens >= 1) || !Array.isArray(body.messages) || body.messages[0]?.role !== "user")
    return invalid("model, max_tokens and messages are required");
  const marks = JSON.stringify([body.system, body.messages]).split('"cache_control"').length - 1;
  if (marks > 4) return invalid(`A maximum of 4 blocks with cache_control may be provided. Found ${marks}.`);
  if (body.stop_sequences?.some((stop) => stop.trim() === "")) return invalid("stop_sequences: must have non-whitespace");
  return null;
} // prettier-ignore

async function answer(response: ServerResponse, body: MessagesBody, reply: Reply, cache: Set<string>, id: string) {
  if ("error" in reply) {
    const { status, type, message = type, retryAfter } = reply.error;
    const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
    return sendError(response, status, type, message, headers);
  }
  if ("garbage" in reply)
    return response.writeHead(200, { "content-type": contentType(body) }).end(reply.garbage);
  if ("silence" in reply && reply.midway === undefined) return undefined;
  if ("delayMs" in reply && reply.delayMs !== undefined) await sleep(reply.delayMs);

  const said = ended(body, textOf(reply));
  const stopReason = "refusal" in reply ? "refusal" : said.stopReason;
  const message = { id, model: body.model, ...said, stopReason, usage: usageOf(body, cache, said.text) };
  const pieces = body.stream === true ? streamEvents(message) : [jsonMessage(message)];
  const whole = pieces.join("");
  if ("text" in reply || "refusal" in reply)
    return response.writeHead(200, { "content-type": contentType(body), "request-id": `req_${id}` }).end(whole);

  // A length that is never reached, so that an end is seen as a broken connection.
  const length = body.stream === true ? {} : { "content-length": Buffer.byteLength(whole) };
  response.writeHead(200, { "content-type": contentType(body), ...length });
  const half = body.stream === true ? pieces.slice(0, Math.ceil(pieces.length / 2)).join("") : whole.slice(0, whole.length / 2);
  await new Promise((resolve) => response.write(half, resolve));
  if ("cutOff" in reply) return response.destroy();
  if ("streamError" in reply) return response.end(event("error", { error: { type: reply.streamError.type, message: "broke" } }));
  return undefined;
} // prettier-ignore

const contentType = (body: MessagesBody) => (body.stream === true ? "text/event-stream" : "application/json");

function textOf(reply: Exclude<Reply, { error: unknown } | { garbage: unknown }>): string {
  if ("text" in reply) return reply.text;
  if ("cutOff" in reply) return reply.cutOff;
  if ("streamError" in reply) return reply.streamError.text;
  return "midway" in reply ? (reply.midway ?? "") : "";
}
