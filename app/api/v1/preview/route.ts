import { previewDocument } from "@/lib/change/preview-document";
import { Preview, PreviewQuery } from "@/lib/change/schemas";
import { route } from "@/lib/http/route";

export const GET = route({
  auth: "policy:read",
  summary: "The managed settings document of a developer or a set of groups",
  query: PreviewQuery,
  response: Preview,
  handler: ({ ctx, query }) => previewDocument(ctx, query),
});
