import { addTrustEntry } from "@/lib/change/add-trust-entry";
import { TrustChanged, TrustInput } from "@/lib/change/schemas";
import { route } from "@/lib/http/route";

export const POST = route({
  auth: "policy:write",
  summary: "Trust a domain, bucket, git remote, package registry or service in the draft",
  body: TrustInput,
  response: TrustChanged,
  status: 201,
  handler: ({ ctx, body }) => addTrustEntry(ctx, body),
});
