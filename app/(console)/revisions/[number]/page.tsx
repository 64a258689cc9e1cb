import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ChangeList } from "@/components/policy/change-list";
import { DiffView } from "@/components/policy/diff-view";
import { RevisionDocuments } from "@/components/policy/revision-documents";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Facts } from "@/components/ui/facts";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import { pageCtx } from "@/lib/auth/page";
import { getRevision } from "@/lib/change/get-revision";
import { orNotFound } from "@/lib/http/or-not-found";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Revision ${(await params).number}` };
}

export default async function RevisionPage({ params }: Props) {
  const ctx = await pageCtx("policy:read");
  const { number: given } = await params;
  if (!/^[1-9]\d{0,8}$/.test(given)) notFound();
  const revision = await orNotFound(getRevision(ctx, Number(given)));
  const { number, title, isLatest, changes, diff, documents } = revision;
  const previous = number > 1 ? `revision ${number - 1}` : "having no policy";
  return (
    <>
      <PageHeader
        parent={{ href: "/revisions", label: "Revisions" }}
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            Revision {number}: {title}
            {isLatest ? <Badge tone="allow">In force</Badge> : <Badge>Superseded</Badge>}
          </span>
        }
        actions={
          <>
            {number > 1 ? (
              <ButtonLink size="sm" href={`/revisions/${number - 1}` as Route}>
                Revision {number - 1}
              </ButtonLink>
            ) : null}
            {isLatest ? null : (
              <ButtonLink size="sm" href={`/revisions/${number + 1}` as Route}>
                Revision {number + 1}
              </ButtonLink>
            )}
          </>
        }
      />
      <Card>
        <Facts
          items={[
            ["Published by", revision.publishedByName],
            ["Published", <Time key="at" at={revision.publishedAt} />],
            [
              "Reason",
              <span key="reason" className="whitespace-pre-wrap">
                {revision.reason}
              </span>,
            ],
            ["Change request", `#${revision.changeRequestNumber}`],
            [
              "Content hash",
              <span key="hash" className="flex items-start gap-1">
                <span className="min-w-0 font-mono text-xs leading-5 wrap-anywhere">{revision.contentHash}</span>
                <span className="-my-1">
                  <CopyButton value={revision.contentHash} label="content hash" />
                </span>
              </span>,
            ],
          ]}
        />
      </Card>
      <Card id="revision-changes" title="What it changed" description={`Against ${previous}.`}>
        <Tabs
          label="Ways to see the change"
          items={[
            {
              value: "words",
              label: "In words",
              content:
                changes.length > 0 ? (
                  <ChangeList changes={changes} />
                ) : (
                  <p className="text-sm text-muted">
                    The first policy: auto mode off for everyone, Claude Code's own rules kept.
                  </p>
                ),
            },
            { value: "json", label: "Policy as JSON", content: <DiffView label="Policy difference" lines={diff} /> },
          ]}
        />
      </Card>
      <RevisionDocuments number={number} documents={documents} />
    </>
  );
}
