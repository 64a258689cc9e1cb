import { z } from "zod";
import { route } from "@/lib/http/route";
import { MemberPatch, RoleName } from "@/lib/org/schemas";
import { updateMember } from "@/lib/org/update-member";

export const PATCH = route({
  auth: "member:write",
  summary: "Change a member's name or role",
  params: z.object({ id: z.uuid() }),
  body: MemberPatch,
  response: z.object({ id: z.uuid(), name: z.string(), role: RoleName }),
  handler: ({ ctx, params, body }) => updateMember(ctx, params.id, body),
});
