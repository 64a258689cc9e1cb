import { AppError, malformed } from "./errors";

export const DEFAULT_MAX_BODY_BYTES = 1024 * 1024;

const tooLarge = (maxBytes: number) => new AppError(413, "too_large", `The body may have ${maxBytes} bytes at most.`);

const isJson = (contentType: string | null) =>
  /^application\/(?:[\w.+-]+\+)?json$/i.test(contentType?.split(";")[0]?.trim() ?? "");

/** Reads at most `maxBytes`, whatever Content-Length says. */
async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** @throws AppError 415 `unsupported_media_type`, 413 `too_large`, 400 `malformed_request` */
export async function readJson(request: Request, maxBytes = DEFAULT_MAX_BODY_BYTES): Promise<unknown> {
  if (!isJson(request.headers.get("content-type")))
    throw new AppError(415, "unsupported_media_type", "Send the body as application/json.");
  const bytes = await readBytes(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw malformed("The body is not JSON.", error);
  }
}
