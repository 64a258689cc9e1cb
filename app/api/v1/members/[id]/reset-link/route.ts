import { z } from "zod";
import { route } from "@/lib/http/route";
import { ResetLink, resetLinkOf } from "@/lib/org/link-url";
import { makeResetLink } from "@/lib/org/make-reset-link";
import { ResetLinkInput } from "@/lib/org/schemas";

export const POST = route({
  auth: "member:write",
  summary: "Make a link with which a member sets a new password; it is told once, earlier ones stop working",
  params: z.object({ id: z.uuid() }),
  body: ResetLinkInput,
  response: ResetLink,
  status: 201,
  handler: async ({ ctx, params, body }) => resetLinkOf(await makeResetLink(ctx, params.id, body)),
});
