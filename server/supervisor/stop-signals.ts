import { say } from "./say";

/**
 * Aborts at the first SIGINT, SIGTERM or SIGHUP.
 * @param now called at each further one: whoever asks twice does not want to wait
 */
export function onStopSignals(now: () => void): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (stop.signal.aborted) return now();
      say("Stopping");
      stop.abort();
    });
  return stop.signal;
}
