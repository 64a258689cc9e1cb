import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { StartUpError } from "@/lib/start-up-error";
import { warn } from "./say";
import { watchSilence } from "./watch-silence";

export type Service = {
  /** Rejects when the process ends before `markHealthy`; never resolves. */
  failed: Promise<never>;
  /** From now on an end is a crash to recover from, no longer a failed start. */
  markHealthy(): void;
  /** SIGTERM, and SIGKILL for what still runs after `graceMs`. */
  stop(graceMs: number): Promise<void>;
  kill(): void;
};

const FIRST_BACKOFF_MS = 250;
const LONGEST_BACKOFF_MS = 10_000;
/** A process that ran this long is not in a crash loop. */
const STEADY_AFTER_MS = 30_000;

type Options = {
  /** A process that reported (report-alive.ts) and is then silent for as long is stuck, and ended. Without one none is. */
  silenceLimitMs?: number;
};

/** Runs one process and starts it again when it ends, later each time that it ends soon. */
export function keepRunning(name: string, start: () => ChildProcess, { silenceLimitMs }: Options = {}): Service {
  let child: ChildProcess;
  let healthy = false;
  let stopping = false;
  let backoffMs = FIRST_BACKOFF_MS;
  let timer: NodeJS.Timeout | undefined;
  let fail: (error: Error) => void;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => {}); // whoever waits hears of it

  const run = () => {
    const startedMs = Date.now();
    child = start();
    const wasStuck = silenceLimitMs ? watchSilence(child, silenceLimitMs, () => healthy && !stopping) : () => false;
    child.once("error", (error) => fail(new StartUpError(`${name} could not be started: ${error.message}`)));
    child.once("exit", (code, signal) => {
      if (stopping) return;
      const silence = wasStuck() && silenceLimitMs ? `was silent for ${silenceLimitMs / 1000} s and ` : "";
      const how = signal ? `${silence}was ended by ${signal}` : `ended with code ${code}`;
      if (!healthy) return fail(new StartUpError(`${name} ${how} while starting`));
      if (Date.now() - startedMs > STEADY_AFTER_MS) backoffMs = FIRST_BACKOFF_MS;
      warn(`gatehouse: ${name} ${how}; starting it again in ${backoffMs / 1000} s`);
      timer = setTimeout(run, backoffMs);
      backoffMs = Math.min(backoffMs * 2, LONGEST_BACKOFF_MS);
    });
  };
  run();

  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  return {
    failed,
    markHealthy: () => (healthy = true),
    kill: () => child.kill("SIGKILL"),
    async stop(graceMs) {
      stopping = true;
      clearTimeout(timer);
      if (hasEnded()) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), graceMs);
      await ended;
      clearTimeout(force);
    },
  };
}
