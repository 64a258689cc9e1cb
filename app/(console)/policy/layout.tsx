import type { ReactNode } from "react";
import { DraftProvider } from "@/components/policy/draft-provider";
import { draftSummary } from "@/components/policy/draft-summary";
import { PolicyTabs } from "@/components/policy/policy-tabs";
import { ReadOnlyNote } from "@/components/policy/read-only-note";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/auth/page";

export default async function PolicyLayout({ children }: { children: ReactNode }) {
  const { actor } = await pageCtx("policy:read");
  const { id, version, baseRevision, changeCount } = await draftSummary();
  return (
    <DraftProvider draftId={id} version={version}>
      <PageHeader
        title="Policy"
        description={
          baseRevision > 0
            ? `Edits go to a draft. Clients keep revision ${baseRevision} until you publish.`
            : "Edits go to a draft. Clients get their first policy when you publish."
        }
      />
      <PolicyTabs changeCount={changeCount} />
      {may(actor, "policy:write") ? null : <ReadOnlyNote />}
      {children}
    </DraftProvider>
  );
}
