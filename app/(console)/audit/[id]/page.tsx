import type { Metadata, Route } from "next";
import { recordTitle, RecordView } from "@/components/audit/record-view";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { getRecord } from "@/lib/audit/get-record";
import { may } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/auth/page";
import { orNotFound } from "@/lib/http/or-not-found";

export const metadata: Metadata = { title: "Record" };

type Props = { params: Promise<{ id: string }> };

/** One record by itself: what a link in a ticket points to. Developers can open their own. */
export default async function RecordPage({ params }: Props) {
  const ctx = await pageCtx("self:read");
  const { id } = await params;
  const record = await orNotFound(getRecord(ctx, id));
  const seesAudit = may(ctx.actor, "audit:read");
  const parent: { href: Route; label: string } = seesAudit
    ? { href: "/audit", label: "Audit" }
    : { href: `/developers/${ctx.actor.id}` as Route, label: "Your sessions" };
  return (
    <>
      <PageHeader title={recordTitle(record)} description={<Time at={record.at} />} parent={parent} />
      <Card>
        <RecordView record={record} seesAudit={seesAudit} />
      </Card>
    </>
  );
}
