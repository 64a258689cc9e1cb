type TimeLimit = {
  signal: AbortSignal;
  /** Lets go of the timer and of the outer signal. */
  end(): void;
};

/**
 * A signal that aborts with `outer`, or `ms` from now. Not by AbortSignal.any and AbortSignal.timeout: on Node.js 20 the one holds the other
 * weakly, so that a garbage collection in between takes the time limit away.
 */
export function abortAfter(ms: number, outer: AbortSignal): TimeLimit {
  const inner = new AbortController();
  const abort = () => inner.abort(outer.reason);
  const timer = setTimeout(() => inner.abort(new DOMException("The time is up.", "TimeoutError")), ms);
  if (outer.aborted) abort();
  else outer.addEventListener("abort", abort, { once: true });
  return {
    signal: inner.signal,
    end() {
      clearTimeout(timer);
      outer.removeEventListener("abort", abort);
    },
  };
}

/** What `work` comes to; null where the signal aborts first. */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(null);
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}
