import { DeveloperFilter, DeveloperPage, listDevelopers } from "@/lib/audit/list-developers";
import { route } from "@/lib/http/route";

export const GET = route({
  auth: "audit:read",
  summary: "List developers by name, with their clients and how often they were stopped",
  query: DeveloperFilter,
  response: DeveloperPage,
  handler: ({ ctx, query }) => listDevelopers(ctx, query),
});
