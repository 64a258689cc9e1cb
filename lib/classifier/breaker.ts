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

export type Breakers = {
  /** Whether mayTry would refuse now; takes nothing. */
  isOpen(name: string): boolean;
  /** Whether a request may be sent now; then `succeeded`, `failed` or `released` must follow. */
  mayTry(name: string): boolean;
  succeeded(name: string): void;
  failed(name: string): void;
  /** It ended without telling anything about the service. */
  released(name: string): void;
  /** Those that are not closed, or have failed lately. */
  list(): Circuit[];
};

type Held = { failures: number; openings: number; retryAtMs: number; trialUntilMs: number };

/**
 * Circuit breakers by name. After five failures in a row a circuit opens, so that no one waits for a service that is down; when its
 * pause is over one trial goes through, whose success closes it and whose failure doubles the pause, up to two minutes.
 * @param now monotonic, in ms
 */
export function createBreakers(now: () => number, onChange: (circuit: Circuit) => void = () => {}): Breakers {
  const circuits = new Map<string, Held>();

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

  return {
    isOpen,
    mayTry(name) {
      const held = circuits.get(name);
      if (!held || held.openings === 0) return true;
      if (isOpen(name)) return false;
      held.trialUntilMs = now() + TRIAL_MS;
      onChange(told(name, held));
      return true;
    },
    succeeded(name) {
      const held = circuits.get(name);
      circuits.delete(name);
      if (held && held.openings > 0) onChange({ name, state: "closed", failures: 0, retryAtMs: null });
    },
    failed(name) {
      const held = circuits.get(name) ?? { failures: 0, openings: 0, retryAtMs: 0, trialUntilMs: 0 };
      circuits.set(name, held);
      held.failures++;
      const isTrial = held.trialUntilMs > 0;
      // Answers to requests from before it opened say nothing new.
      if (held.failures < FAILURES_TO_OPEN || (held.openings > 0 && !isTrial)) return;
      held.retryAtMs = now() + Math.min(FIRST_PAUSE_MS * 2 ** held.openings, LONGEST_PAUSE_MS);
      held.openings++;
      held.trialUntilMs = 0;
      onChange(told(name, held));
    },
    released(name) {
      const held = circuits.get(name);
      if (held) held.trialUntilMs = 0;
    },
    list: () => [...circuits].map(([name, held]) => told(name, held)),
  };
}
