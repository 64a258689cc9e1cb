import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/auth/page";
import { listGroups } from "@/lib/org/list-groups";
import { listMembers } from "@/lib/org/list-members";
import { workingTokensOf } from "@/lib/org/member-tokens";
import { GroupsPanel } from "./groups-panel";
import { InviteDialog } from "./invite-dialog";
import { MembersPanel } from "./members-panel";
import { PeopleTabs } from "./people-tabs";
import { filterOf, type PeopleQuery } from "./query";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: { searchParams: Promise<PeopleQuery> }) {
  const ctx = await pageCtx("member:read");
  const query = await searchParams;
  const [members, groups] = await Promise.all([listMembers(ctx, filterOf(query)), listGroups(ctx)]);
  const mayEdit = may(ctx.actor, "member:write");
  const isOwner = ctx.actor.role === "owner";
  const memberIds = members.items.map(({ id }) => id);
  const tokens = may(ctx.actor, "token:read") ? await workingTokensOf(ctx, memberIds) : new Map<string, string[]>();
  return (
    <>
      <PageHeader
        title="People"
        description="Who belongs to your organization, what they may do in Gatehouse, and the groups that policy is aimed at."
        actions={
          mayEdit ? (
            <InviteDialog
              mayMakeOwner={isOwner}
              trigger={
                <Button variant="primary">
                  <UserPlus aria-hidden /> Invite
                </Button>
              }
            />
          ) : null
        }
      />
      <PeopleTabs
        groupCount={groups.items.length}
        members={
          <MembersPanel
            {...members}
            groups={groups.items}
            query={query}
            tokens={tokens}
            viewer={{ id: ctx.actor.id, isOwner, mayEdit }}
          />
        }
        groups={<GroupsPanel groups={groups.items} mayEdit={mayEdit} />}
      />
    </>
  );
}
