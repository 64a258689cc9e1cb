import { z } from "zod";
import { route } from "@/lib/http/route";
import { revokeApiToken } from "@/lib/org/api-tokens";

export const DELETE = route({
  auth: "token:write",
  summary: "Revoke an API token",
  params: z.object({ id: z.uuid() }),
  response: z.void(),
  handler: ({ ctx, params }) => revokeApiToken(ctx, params.id),
});
