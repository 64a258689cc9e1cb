import { z } from "zod";
import { EXPORT_CONTENT_TYPE, EXPORT_EXTENSION, EXPORT_FORMATS } from "@/lib/audit/export-format";
import { EXPORT_MAX, exportTrail } from "@/lib/audit/export-trail";
import { AuditFilter } from "@/lib/audit/filter";
import { Cursor } from "@/lib/audit/page";
import { route } from "@/lib/http/route";
import { textStream } from "@/lib/http/text-stream";

export const GET = route({
  auth: "audit:read",
  summary:
    "Export the same query as CSV, NDJSON or cases of the evaluation, at most 100,000 rows; go on with before=<id of the last>",
  query: z.intersection(
    AuditFilter,
    z.intersection(Cursor.pick({ before: true }), z.object({ format: z.enum(EXPORT_FORMATS).default("csv") })),
  ),
  response: z.string(),
  rateLimit: { name: "audit-export", points: 30, perSeconds: 60 },
  handler: async ({ ctx, query }) => {
    const name = `gatehouse-audit-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}.${EXPORT_EXTENSION[query.format]}`;
    return new Response(textStream(await exportTrail(ctx, query, query.format, query)), {
      headers: {
        "content-type": EXPORT_CONTENT_TYPE[query.format],
        "content-disposition": `attachment; filename="${name}"`,
        "x-export-limit": String(EXPORT_MAX),
      },
    });
  },
});
