import { listRevisions } from "@/lib/change/list-revisions";
import { RevisionPage, RevisionsQuery } from "@/lib/change/schemas";
import { route } from "@/lib/http/route";

export const GET = route({
  auth: "policy:read",
  summary: "List revisions, newest first",
  query: RevisionsQuery,
  response: RevisionPage,
  handler: ({ ctx, query }) => listRevisions(ctx, query),
});
