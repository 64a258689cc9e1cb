import { z } from "zod";
import { route } from "@/lib/http/route";
import { Invitation, invitationOf } from "@/lib/org/link-url";
import { renewInvite } from "@/lib/org/renew-invite";

export const POST = route({
  auth: "member:write",
  summary: "Make a new invitation link; earlier ones stop working",
  params: z.object({ id: z.uuid() }),
  response: Invitation,
  handler: async ({ ctx, params }) => invitationOf(await renewInvite(ctx, params.id)),
});
