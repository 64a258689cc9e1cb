import { z } from "zod";
import { route } from "@/lib/http/route";
import { createMember } from "@/lib/org/create-member";
import { Invitation, invitationOf } from "@/lib/org/link-url";
import { listMembers, MemberFilter, MemberRow } from "@/lib/org/list-members";
import { NewMember } from "@/lib/org/schemas";

export const GET = route({
  auth: "member:read",
  summary: "List members by name",
  query: MemberFilter,
  response: z.object({ items: z.array(MemberRow), nextCursor: z.uuid().nullable() }),
  handler: ({ ctx, query }) => listMembers(ctx, query),
});

export const POST = route({
  auth: "member:write",
  summary: "Invite a member; the link is told once",
  body: NewMember,
  response: Invitation.extend({ id: z.uuid() }),
  status: 201,
  handler: async ({ ctx, body }) => {
    const made = await createMember(ctx, body);
    return { id: made.id, ...invitationOf(made) };
  },
});
