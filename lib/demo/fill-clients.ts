import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/auth/ctx";
import { inTransaction } from "@/lib/db/transaction";
import type { CLIENT_STATES } from "@/lib/delivery/client-state";
import { touchAccess } from "@/lib/org/touch-access";
import type { DemoDeveloper } from "./fill-people";
import type { Random } from "./random";

type State = (typeof CLIENT_STATES)[number];

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** How far the current revision has come, for each developer in turn: most run it. */
const STATES: readonly State[] = [
  ...Array<State>(16).fill("applied"),
  "delivered", "delivered", "delivered", "failed", "failed", "drifted", "silent", "silent", "pending",
]; // prettier-ignore

const VERSIONS = ["2.1.329", "2.1.329", "2.1.329", "2.1.327", "2.1.319"];

type Current = { number: number; publishedAt: Date };

/** What the installations were given and what they say they run. */
export async function fillClients(
  ctx: Ctx,
  developers: readonly DemoDeveloper[],
  given: { current: Current; nowMs: number; random: Random },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    for (const [index, { clientId }] of developers.entries()) {
      const version = given.random.pick(VERSIONS);
      const facts = factsOf(STATES[index % STATES.length] ?? "applied", clientId, given);
      await tx.db.client.update({
        where: { id: clientId, organizationId: ctx.organization.id },
        data: { ...facts, version, label: `claude-code/${version}`, createdAt: ago(given.nowMs, 31 * DAY_MS) },
      });
    }
    await touchAccess(tx);
  });
}

const ago = (nowMs: number, ms: number) => new Date(nowMs - ms);
const checksum = (of: string) => `sha256:${createHash("sha256").update(of).digest("hex")}`;

/** @see clientState, which reads the state out of these again */
function factsOf(
  state: State,
  clientId: string,
  { current, nowMs, random }: { current: Current; nowMs: number; random: Random },
) {
  const seenAt = ago(nowMs, random.int(2, 170) * MINUTE_MS);
  const given = (revision: number, at: Date) => ({
    deliveredRevision: revision,
    deliveredChecksum: checksum(`${clientId}/${revision}`),
    deliveredAt: at,
  });
  const runs = (revision: number, what: string, at: Date) => ({
    appliedRevision: revision,
    appliedChecksum: checksum(what),
    appliedAt: at,
  });
  const before = current.number - 1;
  const ofBefore = (at: Date) => ({ ...given(before, at), ...runs(before, `${clientId}/${before}`, at) });
  const nothing = { appliedRevision: null, appliedChecksum: null, appliedAt: null };

  switch (state) {
    case "applied":
      return {
        lastSeenAt: seenAt,
        ...given(current.number, seenAt),
        ...runs(current.number, `${clientId}/${current.number}`, seenAt),
      };
    case "delivered":
      return { lastSeenAt: seenAt, ...given(current.number, seenAt), ...nothing };
    case "drifted":
      return { lastSeenAt: seenAt, ...given(current.number, seenAt), ...runs(before, "a file on the machine", seenAt) };
    case "failed":
      return { lastSeenAt: seenAt, ...ofBefore(ago(current.publishedAt.getTime(), DAY_MS)) };
    case "pending":
      // Signed in, and not started since.
      return { lastSeenAt: null, deliveredRevision: null, deliveredChecksum: null, deliveredAt: null, ...nothing };
    case "silent":
      return { lastSeenAt: ago(nowMs, 13 * DAY_MS), ...ofBefore(ago(nowMs, 13 * DAY_MS)) };
  }
}
