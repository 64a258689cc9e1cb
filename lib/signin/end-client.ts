import type { Tx } from "@/lib/db/client";

/**
 * Revokes a client and tells every data plane. Its tokens stop working within a second.
 * @returns the client as it is now, or null when it was revoked before
 */
export async function endClient(db: Tx, clientId: string) {
  const [client] = await db.client.updateManyAndReturn({
    where: { id: clientId, revokedAt: null },
    data: { revokedAt: new Date(), tokenEpoch: { increment: 1 } },
  });
  if (!client) return null;
  await db.organization.update({ where: { id: client.organizationId }, data: { accessSerial: { increment: 1 } } });
  return client;
}
