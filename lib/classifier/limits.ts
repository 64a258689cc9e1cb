/** Waiting is bounded, too: as many turns as the requests in flight make in a few seconds. */
const WAITING_PER_SLOT = 4;

export type Gates = {
  /**
   * Resolves with what gives the place back: at once while fewer than `max` are taken, else in turn.
   * `queue-full` where too many wait already; `aborted` where the signal came first.
   */
  enter(name: string, max: number, signal: AbortSignal): Promise<(() => void) | "queue-full" | "aborted">;
};

type Waiting = { let: () => void };
type Gate = { taken: number; waiting: Set<Waiting> };

/** Bounds what is in flight under each name, first come, first served. */
export function createGates(): Gates {
  const gates = new Map<string, Gate>();

  const leave = (name: string, gate: Gate) => {
    const [next] = gate.waiting;
    if (next) return next.let();
    gate.taken--;
    if (gate.taken === 0) gates.delete(name);
  };
  const place = (name: string, gate: Gate) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      leave(name, gate);
    };
  };

  return {
    async enter(name, max, signal) {
      if (signal.aborted) return "aborted";
      const gate = gates.get(name) ?? { taken: 0, waiting: new Set<Waiting>() };
      gates.set(name, gate);
      if (gate.taken < max) {
        gate.taken++;
        return place(name, gate);
      }
      if (gate.waiting.size >= max * WAITING_PER_SLOT) return "queue-full";
      return new Promise((resolve) => {
        const waiting: Waiting = {
          let() {
            gate.waiting.delete(waiting);
            signal.removeEventListener("abort", giveUp);
            resolve(place(name, gate));
          },
        };
        const giveUp = () => {
          gate.waiting.delete(waiting);
          resolve("aborted");
        };
        signal.addEventListener("abort", giveUp, { once: true });
        gate.waiting.add(waiting);
      });
    },
  };
}
