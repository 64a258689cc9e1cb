import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { hashSecret } from "@/lib/auth/token-hash";
import { verifyAccessToken } from "./access-token";
import type { SignIn } from "./context";
import { endClient } from "./end-client";
import { findHolder } from "./holder";

/**
 * RFC 7009: ends the sign-in that an access or refresh token belongs to. An unknown token is no error; the program's
 * wish is already true. Claude Code calls it once for each of its two tokens when someone signs out.
 */
export async function revokeToken(signIn: SignIn, token: string): Promise<void> {
  const clientId = await clientOfToken(signIn, token);
  if (!clientId) return;
  await signIn.db.$transaction(async (db) => {
    const client = await endClient(db, clientId);
    if (!client) return;
    const holder = await findHolder(db, client.memberId);
    await recordAdminAction(
      {
        db,
        organization: { id: client.organizationId },
        actor: holder
          ? { type: "member", id: holder.id, role: holder.role, email: holder.email, name: holder.name }
          : { type: "client", id: client.id, memberId: client.memberId, label: client.label },
        requestId: signIn.requestId,
        ip: signIn.ip,
      },
      {
        action: "client.revoke",
        target: { type: "client", id: client.id, label: client.label },
        after: { revokedAt: client.revokedAt },
        reason: "Signed out on the developer's machine.",
      },
    );
  });
}

async function clientOfToken(signIn: SignIn, token: string): Promise<string | undefined> {
  const access = await verifyAccessToken(signIn, token);
  if (access) return access.clientId;
  const refresh = await signIn.db.refreshToken.findUnique({ where: { tokenHash: hashSecret(token) } });
  return refresh?.clientId;
}
