import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type SeenRequest = {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: Buffer;
  /** Resolves when the connection ended before the answer did. */
  aborted: Promise<true>;
};

/** A Claude API on loopback: keeps what it was sent and answers as the test says. */
export async function startTestUpstream() {
  const seen: SeenRequest[] = [];
  let answer: (request: SeenRequest, response: ServerResponse) => void = (_request, response) => response.end("{}");
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    const aborted = new Promise<true>((resolve) =>
      response.once("close", () => response.writableEnded || resolve(true)),
    );
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const entry = { method, url, headers, body: Buffer.concat(chunks), aborted };
      seen.push(entry);
      answer(entry, response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answerWith: (next: typeof answer) => (answer = next),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** One server-sent event as the Claude API writes it. */
export const sse = (type: string, data: object = {}) =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
