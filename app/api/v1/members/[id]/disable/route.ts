import { z } from "zod";
import { route } from "@/lib/http/route";
import { disableMember } from "@/lib/org/disable-member";

export const POST = route({
  auth: "member:write",
  summary: "Disable a member: ends sessions, revokes clients",
  params: z.object({ id: z.uuid() }),
  response: z.object({ id: z.uuid(), status: z.string(), revokedClients: z.number().int() }),
  handler: ({ ctx, params }) => disableMember(ctx, params.id),
});
