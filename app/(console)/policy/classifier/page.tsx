import type { Metadata } from "next";
import { ClassifierForm } from "@/components/policy/classifier-form";
import { ClassifierKey } from "@/components/policy/classifier-key";
import { may } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/auth/page";
import { classifierInstallation } from "@/lib/change/classifier-installation";
import { getDraft } from "@/lib/change/get-draft";
import { classifierFindings } from "@/lib/policy/classifier-findings";

export const metadata: Metadata = { title: "Classifier · Policy" };

export default async function ClassifierPage() {
  const ctx = await pageCtx("policy:read");
  const {
    policy: { classifier },
  } = await getDraft(ctx);
  const installation = classifierInstallation();
  return (
    <div className="flex flex-col gap-5">
      <ClassifierKey {...installation} />
      <ClassifierForm
        classifier={classifier}
        installation={installation}
        findings={classifierFindings(classifier)}
        mayEdit={may(ctx.actor, "policy:write")}
      />
    </div>
  );
}
