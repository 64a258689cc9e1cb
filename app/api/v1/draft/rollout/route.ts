import { Draft, RolloutInput } from "@/lib/change/schemas";
import { setRollout } from "@/lib/change/set-rollout";
import { route } from "@/lib/http/route";

export const PUT = route({
  auth: "policy:write",
  summary: "Set who has auto mode, in the draft",
  body: RolloutInput,
  response: Draft,
  handler: ({ ctx, body }) => setRollout(ctx, body),
});
