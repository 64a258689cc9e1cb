import type { Metadata } from "next";
import { RulesEditor } from "@/components/policy/rules-editor";
import { may } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/auth/page";
import { getDraft } from "@/lib/change/get-draft";
import { lintPolicy } from "@/lib/policy/lint";

export const metadata: Metadata = { title: "Rules · Policy" };

export default async function RulesPage() {
  const ctx = await pageCtx("policy:read");
  const { policy } = await getDraft(ctx);
  return (
    <RulesEditor
      rules={policy.rules}
      permissions={policy.permissions}
      findings={lintPolicy(policy)}
      mayEdit={may(ctx.actor, "policy:write")}
    />
  );
}
