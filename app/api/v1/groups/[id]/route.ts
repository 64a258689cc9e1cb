import { z } from "zod";
import { route } from "@/lib/http/route";
import { deleteGroup, renameGroup } from "@/lib/org/change-group";
import { GroupInput } from "@/lib/org/schemas";

const params = z.object({ id: z.uuid() });

export const PATCH = route({
  auth: "member:write",
  summary: "Rename a group made here",
  params,
  body: GroupInput,
  response: z.object({ id: z.uuid(), name: z.string() }),
  handler: ({ ctx, params: { id }, body }) => renameGroup(ctx, id, body),
});

export const DELETE = route({
  auth: "member:write",
  summary: "Delete a group that neither the policy in force nor the open draft names",
  params,
  response: z.void(),
  handler: ({ ctx, params: { id } }) => deleteGroup(ctx, id),
});
