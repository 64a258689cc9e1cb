import { z } from "zod";
import { route } from "@/lib/http/route";
import { listGroupMembers } from "@/lib/org/list-group-members";
import { GroupMembers } from "@/lib/org/schemas";
import { setGroupMembers } from "@/lib/org/set-group-members";

const params = z.object({ id: z.uuid() });

export const GET = route({
  auth: "member:read",
  summary: "List a group's members by id",
  params,
  response: z.object({ memberIds: z.array(z.uuid()) }),
  handler: ({ ctx, params: { id } }) => listGroupMembers(ctx, id),
});

export const PUT = route({
  auth: "member:write",
  summary: "Set the members of a group made here",
  params,
  body: GroupMembers,
  response: z.object({ id: z.uuid(), members: z.number().int() }),
  handler: ({ ctx, params: { id }, body }) => setGroupMembers(ctx, id, body),
});
