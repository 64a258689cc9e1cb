import { z } from "zod";
import { route } from "@/lib/http/route";
import { SetupInput } from "@/lib/org/schemas";
import { completeSetup } from "@/lib/org/setup";

export const POST = route({
  auth: "public",
  summary: "Make the organization and its owner with the one-time set-up link",
  rateLimit: { name: "setup", points: 20, perSeconds: 600 },
  body: SetupInput,
  response: z.object({ organizationId: z.uuid() }),
  status: 201,
  handler: ({ ctx, body }) => completeSetup(ctx, body),
});
