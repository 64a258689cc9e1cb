import { checkTrustValue } from "@/lib/change/check-trust-value";
import { TrustCheck, TrustCheckInput } from "@/lib/change/schemas";
import { route } from "@/lib/http/route";

export const POST = route({
  auth: "policy:read",
  summary: "Check a domain, bucket or git remote as it is typed",
  body: TrustCheckInput,
  response: TrustCheck,
  handler: ({ ctx, body }) => checkTrustValue(ctx, body),
});
