import { ClassifierInput, Draft } from "@/lib/change/schemas";
import { setClassifier } from "@/lib/change/set-classifier";
import { route } from "@/lib/http/route";

export const PUT = route({
  auth: "policy:write",
  summary: "Set when and how Claude is asked about actions, in the draft",
  body: ClassifierInput,
  response: Draft,
  handler: ({ ctx, body }) => setClassifier(ctx, body),
});
