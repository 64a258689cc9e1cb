import { z } from "zod";
import { route } from "@/lib/http/route";
import { revokeClient } from "@/lib/org/clients";

export const DELETE = route({
  auth: "self:read",
  summary: "Revoke a client: its tokens stop working",
  params: z.object({ id: z.uuid() }),
  response: z.void(),
  handler: ({ ctx, params }) => revokeClient(ctx, params.id),
});
