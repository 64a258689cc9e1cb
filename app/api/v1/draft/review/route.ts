import { reviewDraft } from "@/lib/change/review-draft";
import { Review } from "@/lib/change/schemas";
import { route } from "@/lib/http/route";

export const GET = route({
  auth: "policy:read",
  summary: "What publishing the draft would change, and for whom",
  response: Review,
  handler: ({ ctx }) => reviewDraft(ctx),
});
