import { z } from "zod";
import { DeveloperSummary, developerSummary } from "@/lib/audit/developer-summary";
import { route } from "@/lib/http/route";

export const GET = route({
  auth: "audit:read",
  summary: "Get one developer: groups, the policy that is theirs, clients and what each runs",
  params: z.object({ id: z.string() }),
  response: DeveloperSummary,
  handler: ({ ctx, params }) => developerSummary(ctx, params.id),
});
