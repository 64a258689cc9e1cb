import { AutoModeBadge } from "@/components/developers/auto-mode-badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Overview } from "@/lib/audit/overview";
import { plural } from "@/components/ui/plural";
import { Time } from "@/components/ui/time";

type Props = Pick<Overview, "rollout" | "revision">;

/** Where auto mode is on, in the order in which groups decide. */
export const RolloutCard = ({ rollout, revision }: Props) => (
  <Card
    id="rollout"
    title="Rollout"
    description={
      revision ? (
        <>
          Revision {revision.number}
          {revision.title ? `, ${revision.title}` : ""}, published <Time at={revision.publishedAt} show="relative" />
        </>
      ) : (
        "Auto mode is off for everyone until a policy is published."
      )
    }
    actions={
      revision ? (
        <ButtonLink size="sm" href={`/revisions/${revision.number}`}>
          See it
        </ButtonLink>
      ) : (
        <ButtonLink size="sm" variant="primary" href="/policy">
          Write a policy
        </ButtonLink>
      )
    }
  >
    {rollout ? (
      <ul className="flex flex-col divide-y divide-line">
        {rollout.map(({ groupId, name, members, autoMode, enforcement }) => (
          <li key={groupId ?? "everyone else"} className="flex items-center gap-3 py-2 first:pt-0 last:pb-0">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="text-xs text-muted">
                {members === null ? "in no group above" : plural(members, "member")} · {enforcement}
              </span>
            </span>
            <AutoModeBadge on={autoMode} />
          </li>
        ))}
      </ul>
    ) : null}
  </Card>
);
