import { z } from "zod";
import { env } from "@/lib/env";
import { openApiDocument } from "@/lib/http/openapi";
import { route } from "@/lib/http/route";
import { ROUTES } from "./routes";

let document: ReturnType<typeof openApiDocument> | undefined;

export const GET = route({
  auth: "public",
  summary: "This description (OpenAPI 3.1)",
  response: z.looseObject({ openapi: z.string() }),
  handler: async () => ({ ...(document ??= openApiDocument(env().GATEHOUSE_URL, ROUTES)) }),
});
