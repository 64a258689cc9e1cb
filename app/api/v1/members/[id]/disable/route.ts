import { z } from "zod";
import { route } from "@/lib/http/route";
import { disableMember } from "@/lib/org/disable-member";

export const POST = route({
  auth: "member:write",
  summary: "Disable a member: ends sessions, revokes clients and the API tokens they made",
  params: z.object({ id: z.uuid() }),
  query: z.object({ tokens: z.enum(["revoke", "keep"]).default("revoke") }),
  response: z.object({
    id: z.uuid(),
    status: z.string(),
    revokedClients: z.number().int(),
    revokedTokens: z.number().int(),
  }),
  handler: ({ ctx, params, query }) => disableMember(ctx, params.id, { revokeTokens: query.tokens === "revoke" }),
});
