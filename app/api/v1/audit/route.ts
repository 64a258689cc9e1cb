import { z } from "zod";
import { AuditFilter } from "@/lib/audit/filter";
import { listTrail } from "@/lib/audit/list-trail";
import { Cursor } from "@/lib/audit/page";
import { TrailPage } from "@/lib/audit/schemas";
import { route } from "@/lib/http/route";

export const GET = route({
  auth: "audit:read",
  summary: "List decisions and admin actions, newest first; blocks and fallbacks of the last seven days by default",
  query: z.intersection(AuditFilter, Cursor),
  response: TrailPage,
  handler: ({ ctx, query }) => listTrail(ctx, query, query),
});
