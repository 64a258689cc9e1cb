import { decide } from "@/lib/decision/decide";
import { decisionPolicyFor } from "@/lib/policy/decision-policy";
import { buildTrustLookup } from "@/lib/policy/trust-index";
import { actionOf } from "@/server/data-plane/hooks-action";
import { HookPost } from "@/server/data-plane/hooks-schema";
import { BENCH_POLICY } from "../../../../support/policy";

const policy = decisionPolicyFor(BENCH_POLICY, 1, [], buildTrustLookup(BENCH_POLICY.trust, Date.now()));

/** What a decision costs behind a Next route handler: the same schema and the same `decide`, and nothing recorded. */
export async function POST(request: Request): Promise<Response> {
  const post = HookPost.parse(await request.json());
  if (post.hook_event_name !== "PreToolUse") return Response.json({});
  const { verdict, reason } = decide(actionOf(post), policy);
  return Response.json({
    hookSpecificOutput: {
      hookEventName: "PreToolUse",
      permissionDecision: verdict,
      permissionDecisionReason: reason,
    },
  });
}
