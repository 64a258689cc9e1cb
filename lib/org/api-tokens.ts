import { z } from "zod";
import { recordAdminAction } from "@/lib/audit/record-admin-action";
import { API_TOKEN_PREFIX } from "@/lib/auth/api-token";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { hashSecret, newSecret } from "@/lib/auth/token-hash";
import { newId } from "@/lib/db/id";
import { inTransaction } from "@/lib/db/transaction";
import { forbidden, notFound } from "@/lib/http/errors";
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
  /** Null once they are gone, and for tokens that no member made. */
  createdBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type ApiTokenRow = z.output<typeof ApiTokenRow>;

/** One that never ends outlives every review of who has access: an owner's decision. */
export const mayMakeEndless = ({ actor }: Ctx) => actor.type === "member" && actor.role === "owner";

/** `secret` is in this answer and nowhere else. @throws AppError 403 for one without an end by anyone but an owner */
export async function createApiToken(ctx: Ctx, input: z.input<typeof NewApiToken>) {
  authorize(ctx, "token:write");
  const { name, scopes, expiresInDays } = NewApiToken.parse(input);
  if (expiresInDays === null && !mayMakeEndless(ctx))
    throw forbidden("Only an owner can make a token that never ends.");
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
    const [made] = await withMakers(tx, [row]);
    return { ...ApiTokenRow.parse(made), secret };
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
  return { items: (await withMakers(ctx, rows)).map((row) => ApiTokenRow.parse(row)) };
}

/** Tokens outlive their makers: a maker who is gone is null. */
async function withMakers<Row extends { createdById: string | null }>(ctx: Ctx, rows: readonly Row[]) {
  const ids = [...new Set(rows.flatMap(({ createdById }) => createdById ?? []))];
  const makers = await ctx.db.member.findMany({
    where: { organizationId: ctx.organization.id, id: { in: ids } },
    select: { id: true, name: true },
  });
  return rows.map((row) => ({ ...row, createdBy: makers.find(({ id }) => id === row.createdById) ?? null }));
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
