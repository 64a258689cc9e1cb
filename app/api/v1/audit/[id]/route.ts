import { z } from "zod";
import { getRecord } from "@/lib/audit/get-record";
import { TrailRecord } from "@/lib/audit/schemas";
import { route } from "@/lib/http/route";

export const GET = route({
  auth: "audit:read",
  summary: "Get one record of the trail whole, with the action and the evidence",
  params: z.object({ id: z.string() }),
  response: TrailRecord,
  handler: ({ ctx, params }) => getRecord(ctx, params.id),
});
