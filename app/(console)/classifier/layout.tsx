import type { ReactNode } from "react";
import { ClassifierTabs } from "@/components/classifier/classifier-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { pageCtx } from "@/lib/auth/page";

export default async function ClassifierLayout({ children }: { children: ReactNode }) {
  await pageCtx("policy:read");
  return (
    <>
      <PageHeader
        title="Classifier"
        description="How actions are judged that no permission rule, safe tool or edit inside the project settles: by what they would do."
      />
      <ClassifierTabs />
      {children}
    </>
  );
}
