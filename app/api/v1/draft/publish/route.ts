import { z } from "zod";
import { publishRevision } from "@/lib/change/publish-revision";
import { PublishInput } from "@/lib/change/schemas";
import { route } from "@/lib/http/route";

export const POST = route({
  auth: "policy:publish",
  summary: "Publish the draft as a revision",
  body: PublishInput,
  response: z.object({ number: z.int() }),
  status: 201,
  handler: ({ ctx, body }) => publishRevision(ctx, body),
});
