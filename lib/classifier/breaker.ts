const FAILURES_TO_OPEN = 5;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 120_000;
/** A trial that never reports its end does not keep the circuit half-open for good. */
const TRIAL_MS = 15_000;

export type CircuitState = "closed" | "open" | "half-open";
export type Circuit = {
  name: string;
  state: CircuitState;
  failures: number;
  /** On the clock given. */ retryAtMs: number | null;
};

/** One request that was let through. What it tells is told once. */
export type Attempt = {
  succeeded(): void;
  failed(): void;
  /** It ended without telling anything about the service. */
  released(): void;
};

export type Breakers = {
  /** Whether `begin` would refuse now; takes nothing. */
  isOpen(name: string): boolean;
  /** Null where no request may be sent now. */
  begin(name: string): Attempt | null;
  /** Those that are not closed, or have failed lately. */
  list(): Circuit[];
};

/** `trial`: the request by which an open circuit is tried, and no other. */
type Held = { failures: number; openings: number; retryAtMs: number; trial: object | null; trialUntilMs: number };

const CLOSED: Held = { failures: 0, openings: 0, retryAtMs: 0, trial: null, trialUntilMs: 0 };

/**
 * Circuit breakers by name. After five failures in a row a circuit opens, so that no one waits for a service that is down; when its
 * pause is over one trial goes through, whose success closes it and whose failure doubles the pause, up to two minutes. Requests from
 * before it opened may end at any time, and tell how things were then: they neither close a circuit nor end its trial.
 * @param now monotonic, in ms
 */
export function createBreakers(now: () => number, onChange: (circuit: Circuit) => void = () => {}): Breakers {
  const circuits = new Map<string, Held>();
  /** How often each has opened so far. */
  const opened = new Map<string, number>();

  const stateOf = ({ openings, retryAtMs }: Held): CircuitState =>
    openings === 0 ? "closed" : now() < retryAtMs ? "open" : "half-open";
  const told = (name: string, held: Held): Circuit => ({
    name,
    state: stateOf(held),
    failures: held.failures,
    retryAtMs: held.openings === 0 ? null : held.retryAtMs,
  });

  const isOpen = (name: string): boolean => {
    const held = circuits.get(name);
    return held !== undefined && held.openings > 0 && (now() < held.retryAtMs || now() < held.trialUntilMs);
  };

  const open = (name: string, held: Held) => {
    opened.set(name, (opened.get(name) ?? 0) + 1);
    held.retryAtMs = now() + Math.min(FIRST_PAUSE_MS * 2 ** held.openings, LONGEST_PAUSE_MS);
    held.openings++;
    held.trial = null;
    held.trialUntilMs = 0;
    onChange(told(name, held));
  };

  /** @param counts whether what it tells is still about the circuit as it is */
  const attempt = (name: string, counts: (held: Held) => boolean): Attempt => ({
    succeeded() {
      const held = circuits.get(name);
      if (held === undefined || !counts(held)) return;
      circuits.delete(name);
      if (held.openings > 0) onChange({ name, state: "closed", failures: 0, retryAtMs: null });
    },
    failed() {
      const held = circuits.get(name) ?? { ...CLOSED };
      if (!counts(held)) return;
      circuits.set(name, held);
      held.failures++;
      if (held.failures >= FAILURES_TO_OPEN) open(name, held);
    },
    released() {
      const held = circuits.get(name);
      if (held?.trial && counts(held)) held.trialUntilMs = 0;
    },
  });

  return {
    isOpen,
    begin(name) {
      const held = circuits.get(name);
      if (!held || held.openings === 0) {
        const before = opened.get(name);
        return attempt(name, () => opened.get(name) === before);
      }
      if (isOpen(name)) return null;
      const trial = {};
      held.trial = trial;
      held.trialUntilMs = now() + TRIAL_MS;
      onChange(told(name, held));
      return attempt(name, (one) => one.trial === trial);
    },
    list: () => [...circuits].map(([name, held]) => told(name, held)),
  };
}
