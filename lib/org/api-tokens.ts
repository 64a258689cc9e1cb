import { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { API_TOKEN_PREFIX } from "@/lib/auth/api-token";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { hashSecret, newSecret } from "@/lib/auth/token-hash";
import { newId } from "@/lib/db/id";
import { inTransaction } from "@/lib/db/transaction";
import { notFound } from "@/lib/http/errors";
import { NewApiToken } from "./schemas";
import { touchAccess } from "./touch-access";

const SHOWN_CHARACTERS = API_TOKEN_PREFIX.length + 6;

export const ApiTokenRow = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.date(),
  expiresAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
});
export type ApiTokenRow = z.output<typeof ApiTokenRow>;

/** `secret` is in this answer and nowhere else. */
export async function createApiToken(ctx: Ctx, input: z.input<typeof NewApiToken>) {
  authorize(ctx, "token:write");
  const { name, scopes, expiresInDays } = NewApiToken.parse(input);
  const secret = API_TOKEN_PREFIX + newSecret();
  return inTransaction(ctx, async (tx) => {
    await touchAccess(tx);
    const row = await tx.db.apiToken.create({
      data: {
        id: newId(),
        organizationId: tx.organization.id,
        name,
        scopes: [...new Set(scopes)],
        prefix: secret.slice(0, SHOWN_CHARACTERS),
        tokenHash: hashSecret(secret),
        createdById: tx.actor.type === "member" ? tx.actor.id : null,
        expiresAt: expiresInDays === null ? null : new Date(Date.now() + expiresInDays * 86_400_000),
      },
    });
    await recordAdminAction(tx, {
      action: "api_token.create",
      target: { type: "api_token", id: row.id, label: name },
      after: { name, scopes: row.scopes, expiresAt: row.expiresAt },
    });
    return { ...ApiTokenRow.parse(row), secret };
  });
}

/** Newest first, revoked ones last. */
export async function listApiTokens(ctx: Ctx) {
  authorize(ctx, "token:read");
  const rows = await ctx.db.apiToken.findMany({
    where: { organizationId: ctx.organization.id },
    orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: 500,
  });
  return { items: rows.map((row) => ApiTokenRow.parse(row)) };
}

/** Once is enough: revoking again changes nothing. @throws AppError 404 */
export async function revokeApiToken(ctx: Ctx, tokenId: string): Promise<void> {
  authorize(ctx, "token:write");
  await inTransaction(ctx, async (tx) => {
    await touchAccess(tx);
    const token = await tx.db.apiToken.findUnique({ where: { id: tokenId, organizationId: tx.organization.id } });
    if (!token) throw notFound("API token");
    if (token.revokedAt) return;
    await tx.db.apiToken.update({ where: { id: tokenId }, data: { revokedAt: new Date() } });
    await recordAdminAction(tx, {
      action: "api_token.revoke",
      target: { type: "api_token", id: tokenId, label: token.name },
    });
  });
}
