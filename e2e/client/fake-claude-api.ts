import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the "model" does in one run: call these tools one after another, then say it is done. */
export type Step = { tool: string; input: Record<string, unknown> };

type Block = { type: string; id?: string; text?: string };
type Message = { role: string; content: string | Block[] };
type MessagesRequest = { model: string; messages: Message[]; tools?: unknown[]; stream?: boolean };

export type SeenRequest = {
  path: string;
  headers: IncomingHttpHeaders;
  body: MessagesRequest & Record<string, unknown>;
};

export type FakeClaudeApi = {
  url: string;
  /** Every request so far, oldest first. */
  requests: SeenRequest[];
  /** The steps of the run whose prompt contains `name`. */
  script: (name: string, steps: Step[]) => void;
  /** Called before the model's answer number `turn` (0 is the first) of the run `name` goes out. */
  onTurn: (name: string, listener: (turn: number) => Promise<void>) => void;
  /** What the "model" says to requests with this key that bring no tools, as a classifier's. */
  judge: (apiKey: string, say: (body: SeenRequest["body"]) => string) => void;
  stop: () => Promise<void>;
};

const blocksOf = (message: Message) => (typeof message.content === "string" ? [] : message.content);

/** Steps already taken, told from the request alone: the API is stateless, so is this. */
const stepsTaken = (messages: Message[]) =>
  messages.filter((m) => m.role === "assistant").flatMap((m) => blocksOf(m).filter((b) => b.type === "tool_use"))
    .length;

/**
 * The Claude API as far as a Claude Code session needs it, speaking the real wire format: server-sent events with
 * message_start … message_stop for streams, one JSON message otherwise.
 * Format: https://platform.claude.com/docs/en/build-with-claude/streaming
 */
export async function startFakeClaudeApi(): Promise<FakeClaudeApi> {
  const requests: SeenRequest[] = [];
  const scripts = new Map<string, Step[]>();
  const listeners = new Map<string, (turn: number) => Promise<void>>();
  const judges = new Map<string, (body: SeenRequest["body"]) => string>();

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (!request.url?.startsWith("/v1/messages")) {
      response.writeHead(404, { "content-type": "application/json" });
      response.end(JSON.stringify({ type: "error", error: { type: "not_found_error", message: "no such endpoint" } }));
      return;
    }
    const body = JSON.parse(Buffer.concat(chunks).toString() || "{}") as SeenRequest["body"];
    requests.push({ path: request.url, headers: request.headers, body });
    if (request.url.startsWith("/v1/messages/count_tokens")) {
      response.writeHead(200, { "content-type": "application/json" }).end('{"input_tokens":10}');
      return;
    }
    const conversation = JSON.stringify(body.messages);
    const name = [...scripts.keys()].find((key) => conversation.includes(key));
    const turn = stepsTaken(body.messages);
    const step = body.tools && name ? scripts.get(name)?.[turn] : undefined;
    if (name && body.tools) await listeners.get(name)?.(turn);
    const judge = body.tools ? undefined : judges.get(request.headers.authorization ?? "");
    answer(response, body, step ?? judge?.(body) ?? "done", `${name ?? "run"}_${turn}`);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    script: (name, steps) => void scripts.set(name, steps),
    onTurn: (name, listener) => void listeners.set(name, listener),
    judge: (apiKey, say) => void judges.set(`Bearer ${apiKey}`, say),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** @param said a call of a tool, or words */
function answer(response: ServerResponse, body: MessagesRequest, said: Step | string, id: string) {
  const step = typeof said === "string" ? undefined : said;
  const text = typeof said === "string" ? said : "";
  const usage = { input_tokens: 10, output_tokens: 5, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
  const stopReason = step ? "tool_use" : "end_turn";
  const block = step
    ? { type: "tool_use", id: `toolu_${id.replaceAll(/\W/g, "")}`, name: step.tool, input: step.input }
    : { type: "text", text };
  const message = {
    id: `msg_${id}`,
    type: "message",
    role: "assistant",
    model: body.model,
    stop_sequence: null,
    usage,
  };
  if (!body.stream) {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ ...message, content: [block], stop_reason: stopReason }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  const send = (type: string, data: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  send("message_start", { message: { ...message, content: [], stop_reason: null } });
  send("content_block_start", {
    index: 0,
    content_block: step ? { ...block, input: {} } : { type: "text", text: "" },
  });
  send("content_block_delta", {
    index: 0,
    delta: step ? { type: "input_json_delta", partial_json: JSON.stringify(step.input) } : { type: "text_delta", text },
  });
  send("content_block_stop", { index: 0 });
  send("message_delta", { delta: { stop_reason: stopReason, stop_sequence: null }, usage });
  send("message_stop", {});
  response.end();
}
