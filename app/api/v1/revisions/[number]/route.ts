import { z } from "zod";
import { getRevision } from "@/lib/change/get-revision";
import { RevisionDetail } from "@/lib/change/schemas";
import { route } from "@/lib/http/route";

export const GET = route({
  auth: "policy:read",
  summary: "A revision: what it changed, and the documents it made",
  params: z.object({ number: z.coerce.number().int().min(1).max(2_147_483_647) }),
  response: RevisionDetail,
  handler: ({ ctx, params }) => getRevision(ctx, params.number),
});
