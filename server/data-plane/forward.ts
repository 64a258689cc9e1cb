import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Dispatcher } from "undici";
import { AppError } from "@/lib/http/errors";
import { HOP_BY_HOP } from "./hop-by-hop";

type Target = {
  dispatcher: Dispatcher;
  origin: string;
  /** With the query. */
  path: string;
  /** Name-value pairs. */
  headers: string[];
  maxBodyBytes: number;
  /** Told the body as it passes. */
  tap?: BodyTap;
  /** Response headers to leave out, in lower case. */
  withoutHeaders?: readonly string[];
  /** What is thrown in place of an answer that the client must not get. */
  refusalOf?(answer: Dispatcher.ResponseData): AppError | null;
};

/** Must not throw. `end` comes once, also where the body broke off. */
export type BodyTap = { chunk(chunk: Buffer): void; end(isWhole: boolean): void };

/**
 * Hands a request on, byte for byte, and its answer back: nothing is parsed, nothing is held back. When the client goes
 * away the upstream request is cancelled.
 * @throws whatever undici throws while there is no answer yet, and `refusalOf`; afterwards the connection is cut
 */
export async function forward(request: FastifyRequest, reply: FastifyReply, target: Target): Promise<void> {
  const gone = new AbortController();
  reply.raw.once("close", () => gone.abort());
  const { dispatcher, origin, path, headers, maxBodyBytes, tap } = target;
  const body = bodyOf(request, maxBodyBytes, tap);
  const upstream = await dispatcher
    .request({
      origin,
      path,
      method: request.method,
      headers: body ? headers : withoutContentLength(headers),
      body,
      signal: gone.signal,
    })
    .catch((error: unknown) => {
      if (!gone.signal.aborted) throw error;
    });
  const refusal = upstream && target.refusalOf?.(upstream);
  if (refusal) {
    upstream.body.dump().catch(() => {}); // so that the connection can be used again
    throw refusal;
  }
  reply.hijack();
  if (!upstream) return;
  reply.raw.writeHead(upstream.statusCode, answerHeaders(upstream.headers, target.withoutHeaders));
  // A stream's first event may come much later than its headers, which the client waits for.
  reply.raw.flushHeaders();
  await pipeline(upstream.body, reply.raw).catch((error: unknown) => {
    if (!gone.signal.aborted) request.log.warn({ requestId: request.id, err: error }, "answer broke off upstream");
  });
}

/** Lets every body through as a stream that nobody has read: for plugins whose routes only forward. */
export function keepBodiesUnread(app: FastifyRequest["server"]): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
}

function bodyOf({ headers, raw }: FastifyRequest, maxBytes: number, tap?: BodyTap) {
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  if (!hasBody) return null;
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  // Without `destroyOnReturn: false` an upstream that fails early would cut the client off before it hears why.
  return Readable.from(capped(raw.iterator({ destroyOnReturn: false }), maxBytes, tap), { objectMode: false });
}

async function* capped(body: AsyncIterable<Buffer>, maxBytes: number, tap?: BodyTap) {
  let bytes = 0;
  let isWhole = false;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      tap?.chunk(chunk);
      yield chunk;
    }
    isWhole = true;
  } finally {
    tap?.end(isWhole);
  }
}

const tooLarge = (maxBytes: number) =>
  new AppError(413, "too_large", `The request body is larger than ${maxBytes / 1_048_576} MB.`);

const withoutContentLength = (headers: string[]) =>
  headers.filter((_, i) => headers[i - (i % 2)]?.toLowerCase() !== "content-length");

function answerHeaders(headers: Dispatcher.ResponseData["headers"], without: readonly string[] = []) {
  const dropped = new Set([...HOP_BY_HOP, ...without]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}
