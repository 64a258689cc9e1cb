import { z } from "zod";
import { route } from "@/lib/http/route";
import { acceptInvite } from "@/lib/org/accept-invite";
import { AcceptInviteInput } from "@/lib/org/schemas";

export const POST = route({
  auth: "public",
  summary: "Accept an invitation with its one-time link",
  rateLimit: { name: "invitation", points: 20, perSeconds: 600 },
  body: AcceptInviteInput,
  response: z.object({ memberId: z.uuid(), email: z.string() }),
  handler: ({ ctx, body }) => acceptInvite(ctx, body),
});
