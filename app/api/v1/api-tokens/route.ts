import { z } from "zod";
import { route } from "@/lib/http/route";
import { ApiTokenRow, createApiToken, listApiTokens } from "@/lib/org/api-tokens";
import { NewApiToken } from "@/lib/org/schemas";

export const GET = route({
  auth: "token:read",
  summary: "List API tokens, without their secrets",
  response: z.object({ items: z.array(ApiTokenRow) }),
  handler: ({ ctx }) => listApiTokens(ctx),
});

export const POST = route({
  auth: "token:write",
  summary: "Create an API token; its secret is told once",
  body: NewApiToken,
  response: ApiTokenRow.extend({ secret: z.string() }),
  status: 201,
  handler: ({ ctx, body }) => createApiToken(ctx, body),
});
