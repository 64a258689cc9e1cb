import { z } from "zod";
import { removeTrustEntry } from "@/lib/change/remove-trust-entry";
import { DraftVersion, TrustChanged, TrustPatch } from "@/lib/change/schemas";
import { updateTrustEntry } from "@/lib/change/update-trust-entry";
import { route } from "@/lib/http/route";

const params = z.object({ id: z.uuid() });

export const PATCH = route({
  auth: "policy:write",
  summary: "Change a trusted entry of the draft",
  params,
  body: TrustPatch,
  response: TrustChanged,
  handler: ({ ctx, params: { id }, body }) => updateTrustEntry(ctx, id, body),
});

export const DELETE = route({
  auth: "policy:write",
  summary: "Stop trusting an entry in the draft",
  params,
  query: DraftVersion,
  response: TrustChanged,
  handler: ({ ctx, params: { id }, query }) => removeTrustEntry(ctx, id, query),
});
