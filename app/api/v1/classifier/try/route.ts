import { tryAction } from "@/lib/change/try-action";
import { Tried, TryInput } from "@/lib/change/try-schemas";
import { route } from "@/lib/http/route";

export const POST = route({
  auth: "policy:read",
  summary: "Try an action under the draft and the published policy; nothing is recorded",
  rateLimit: { name: "classifier-try", points: 120, perSeconds: 60 },
  body: TryInput,
  response: Tried,
  handler: ({ ctx, body }) => tryAction(ctx, body),
});
