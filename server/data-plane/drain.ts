import { setTimeout as delay } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { DecisionRecorder } from "./recorder";
import type { SnapshotStore } from "./snapshot-store";

type Plane = { app: FastifyInstance; recorder: DecisionRecorder; snapshot: SnapshotStore };

/** The supervisor kills after 20 s (DRAIN_MS there): streams are cut while there is time to write what is left. */
const LIMITS = { cutAfterMs: 15_000, giveUpAfterMs: 18_000 };
const SWEEP_MS = 100;

/**
 * Stops accepting, lets what is in flight come to its end, cuts what does not, and writes what is in memory. That is
 * also written at the beginning (app.ts), should this process be killed on the way.
 * @throws when something was still not written in time
 */
export async function drain({ app, recorder, snapshot }: Plane, limits = LIMITS): Promise<void> {
  const { server } = app;
  const cut = setTimeout(() => server.closeAllConnections(), limits.cutAfterMs);
  // A connection whose answer began before the signal was not told to close; it would stay open for the next request.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const finish = async () => {
    await app.close();
    await recorder.close();
    await snapshot.stop();
  };
  const over = new AbortController();
  const giveUp = async () => {
    await delay(limits.giveUpAfterMs, undefined, { signal: over.signal });
    throw new Error("not everything was written in time");
  };
  try {
    await Promise.race([finish(), giveUp()]);
  } finally {
    over.abort();
    clearTimeout(cut);
    clearInterval(sweep);
  }
}
