import { z } from "zod";
import { route } from "@/lib/http/route";
import { createGroup } from "@/lib/org/change-group";
import { GroupRow, listGroups } from "@/lib/org/list-groups";
import { GroupInput } from "@/lib/org/schemas";

export const GET = route({
  auth: "member:read",
  summary: "List groups by name",
  response: z.object({ items: z.array(GroupRow) }),
  handler: ({ ctx }) => listGroups(ctx),
});

export const POST = route({
  auth: "member:write",
  summary: "Create a group",
  body: GroupInput,
  response: z.object({ id: z.uuid(), name: z.string() }),
  status: 201,
  handler: ({ ctx, body }) => createGroup(ctx, body),
});
