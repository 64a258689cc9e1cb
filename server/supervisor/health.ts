import { setTimeout as sleep } from "node:timers/promises";
import { abortAfter } from "@/lib/abort-after";
import { StartUpError } from "@/lib/start-up-error";

const TIMEOUT_MS = 60_000;

/** Waits until a URL answers as wanted. @throws StartUpError after a minute; the signal's reason when aborted */
export async function untilAnswering(
  name: string,
  url: string,
  isGood: (response: Response) => boolean,
  stop: AbortSignal,
): Promise<void> {
  for (const deadline = Date.now() + TIMEOUT_MS; Date.now() < deadline; await sleep(50)) {
    stop.throwIfAborted();
    const limit = abortAfter(10_000, stop);
    try {
      const response = await fetch(url, { redirect: "manual", signal: limit.signal });
      await response.body?.cancel();
      if (isGood(response)) return;
    } catch {
      // Not listening yet.
    } finally {
      limit.end();
    }
  }
  throw new StartUpError(`${name} did not answer within ${TIMEOUT_MS / 1000} s`);
}
