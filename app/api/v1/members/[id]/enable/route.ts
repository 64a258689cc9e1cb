import { z } from "zod";
import { route } from "@/lib/http/route";
import { enableMember } from "@/lib/org/disable-member";

export const POST = route({
  auth: "member:write",
  summary: "Enable a disabled member",
  params: z.object({ id: z.uuid() }),
  response: z.object({ id: z.uuid(), status: z.string() }),
  handler: ({ ctx, params }) => enableMember(ctx, params.id),
});
