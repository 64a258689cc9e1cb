import { Prisma } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { newId } from "@/lib/db/id";
import type { PolicyContent } from "@/lib/policy/schemas";
import { issueAccessToken } from "@/lib/signin/access-token";
import { hookTokenFor } from "@/lib/signin/hook-token";

export type BenchClient = { id: string; hookToken: string; accessToken: string };
export type World = {
  clients: BenchClient[];
  countDecisions(): Promise<number>;
  /** Those that the LLM classifier was asked about. */
  countAsked(): Promise<number>;
};

type WorldOptions = { secret: string; url: string; policy: PolicyContent };

const DEVELOPERS = 128;

/** One organization under a published policy, each developer with a client that is signed in. */
export async function createWorld(db: PrismaClient, { secret, url, policy }: WorldOptions): Promise<World> {
  const organizationId = newId();
  const people = Array.from({ length: DEVELOPERS }, (_, n) => ({ memberId: newId(), clientId: newId(), n }));
  await db.organization.create({ data: { id: organizationId, name: "Bench", policySerial: 1, accessSerial: 1 } });
  await db.member.createMany({
    data: people.map(({ memberId, n }) => ({
      id: memberId,
      organizationId,
      email: `dev${n}@bench.example`,
      name: `Dev ${n}`,
    })),
  });
  await db.client.createMany({
    data: people.map(({ memberId, clientId }) => ({
      id: clientId,
      organizationId,
      memberId,
      label: "claude-code/2.1.329",
    })),
  });
  const shared = { organizationId, policy, contentHash: "bench", title: "Bench", reason: "Bench" };
  const changeRequestId = newId();
  await db.changeRequest.create({
    data: { ...shared, id: changeRequestId, number: 1, state: "published", baseRevisionNumber: 0 },
  });
  await db.revision.create({ data: { ...shared, id: newId(), number: 1, changeRequestId, publishedByName: "bench" } });

  const clients = await Promise.all(
    people.map(async ({ clientId, memberId, n }) => ({
      id: clientId,
      hookToken: hookTokenFor(secret, clientId, 0),
      accessToken: await issueAccessToken(
        { baseUrl: url, secret },
        { clientId, member: { id: memberId, email: `dev${n}@bench.example`, name: `Dev ${n}`, groups: [] } },
      ),
    })),
  );
  return {
    clients,
    countDecisions: () => db.decision.count(),
    countAsked: () => db.decision.count({ where: { llm: { not: Prisma.AnyNull } } }),
  };
}
