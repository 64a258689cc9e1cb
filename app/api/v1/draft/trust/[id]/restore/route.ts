import { z } from "zod";
import { restoreTrustEntry } from "@/lib/change/restore-trust-entry";
import { TrustChanged, TrustRestore } from "@/lib/change/schemas";
import { route } from "@/lib/http/route";

export const POST = route({
  auth: "policy:write",
  summary: "Bring a removed entry back into the draft",
  params: z.object({ id: z.uuid() }),
  body: TrustRestore,
  response: TrustChanged,
  handler: ({ ctx, params: { id }, body }) => restoreTrustEntry(ctx, id, body),
});
