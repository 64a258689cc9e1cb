import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { DeveloperSummary } from "@/lib/audit/developer-summary";
import { auditHref } from "@/lib/audit/filter-query";
import { AutoModeBadge } from "./auto-mode-badge";

const ENFORCEMENT_WORDS = {
  observe: "decisions are recorded, not answered",
  "second-opinion": "only blocks are answered",
  authoritative: "every decision is answered",
} as const;

export function DeveloperHeader({ summary, seesAudit }: { summary: DeveloperSummary; seesAudit: boolean }) {
  const { id, name, email, role, status, groups, policy } = summary;
  return (
    <PageHeader
      title={name || email}
      parent={seesAudit ? { href: "/developers", label: "Developers" } : undefined}
      description={
        <span className="flex flex-col gap-2">
          <span>
            {email} · {role}
            {status === "active" ? "" : ` · ${status}`}
          </span>
          <span className="flex flex-wrap items-center gap-1.5">
            {groups.length === 0 ? "In no group" : groups.map((group) => <Badge key={group.id}>{group.name}</Badge>)}
          </span>
          <span>
            {policy ? (
              <>
                Auto mode <AutoModeBadge on={policy.rollout.autoMode} /> by{" "}
                {policy.from ? `group ${policy.from}` : "the rule for everyone else"} in{" "}
                {seesAudit ? (
                  <Link href={`/revisions/${policy.revision}`} className="underline underline-offset-2">
                    revision {policy.revision}
                  </Link>
                ) : (
                  `revision ${policy.revision}`
                )}
                : {ENFORCEMENT_WORDS[policy.rollout.enforcement]}.
              </>
            ) : (
              "No policy is published yet."
            )}
          </span>
        </span>
      }
      actions={
        seesAudit ? <ButtonLink href={auditHref({ developer: id, range: "30d" })}>Blocks & fallbacks</ButtonLink> : null
      }
    />
  );
}
