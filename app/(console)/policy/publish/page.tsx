import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { AudienceList } from "@/components/policy/audience-list";
import { ChangeList } from "@/components/policy/change-list";
import { DiffView } from "@/components/policy/diff-view";
import { DiscardButton } from "@/components/policy/discard-button";
import { FindingsList } from "@/components/policy/findings-list";
import { PublishForm } from "@/components/policy/publish-form";
import { PublishNotes } from "@/components/policy/publish-notes";
import { reachOf } from "@/components/policy/reach";
import { RiskBadge } from "@/components/policy/risk-badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/auth/page";
import { reviewDraft } from "@/lib/change/review-draft";

export const metadata: Metadata = { title: "Publish · Policy" };

export default async function PublishPage() {
  const ctx = await pageCtx("policy:read");
  const { draft, changes, risk, findings, diff, audiences, affected, canPublish, blockers } = await reviewDraft(ctx);
  if (!draft.hasChanges)
    return (
      <EmptyState
        icon={CircleCheck}
        title="Nothing to publish"
        action={<ButtonLink href="/revisions">See revisions</ButtonLink>}
      >
        The draft says the same as revision {draft.baseRevision}, which is in force.
      </EmptyState>
    );

  return (
    <>
      <Card
        id="changes"
        title={changes.length === 0 ? "The first policy" : `What changes (${changes.length})`}
        description={`Against ${draft.baseRevision > 0 ? `revision ${draft.baseRevision}` : "having no policy"}. ${reachOf(affected)}${draft.authorName ? ` Draft by ${draft.authorName}.` : ""}`}
        actions={<RiskBadge risk={risk} />}
      >
        <Tabs
          label="Ways to see the change"
          items={[
            {
              value: "words",
              label: "In words",
              content:
                changes.length === 0 ? (
                  <p className="text-sm text-muted">
                    Auto mode stays off for everyone, and every client that signs in is held to that.
                  </p>
                ) : (
                  <ChangeList changes={changes} />
                ),
            },
            { value: "json", label: "As JSON, by audience", content: <AudienceList audiences={audiences} /> },
            {
              value: "policy",
              label: "As JSON, the policy",
              content: <DiffView label="Difference of the policy" lines={diff} />,
            },
          ]}
        />
      </Card>
      {findings.length > 0 ? (
        <Card id="findings" title={`Worth knowing (${findings.length})`}>
          <FindingsList findings={findings} label="Findings" />
        </Card>
      ) : null}
      <PublishNotes isFirst={draft.baseRevision === 0} blockers={blockers} />
      <footer className="flex flex-wrap justify-end gap-2">
        {may(ctx.actor, "policy:write") && draft.id ? (
          <DiscardButton changeCount={changes.length} baseRevision={draft.baseRevision} />
        ) : null}
        {may(ctx.actor, "policy:publish") && canPublish ? (
          <PublishForm
            version={draft.version}
            nextNumber={draft.baseRevision + 1}
            affected={affected}
            changeCount={changes.length}
          />
        ) : null}
      </footer>
    </>
  );
}
