import { listRules, RuleList } from "@/lib/audit/list-rules";
import { route } from "@/lib/http/route";

export const GET = route({
  auth: "audit:read",
  summary: "Every rule of the classifiers, with how often it fired and was set aside",
  response: RuleList,
  handler: ({ ctx }) => listRules(ctx),
});
