import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { rootDb } from "@/lib/db/root";
import { findLink } from "@/lib/org/take-link";
import { PublicCard } from "../public-card";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string }> };

export default async function InvitePage({ searchParams }: Props) {
  const { token = "" } = await searchParams;
  const member = (await findLink(rootDb(), "invite", token))?.member;
  if (member?.status !== "invited")
    return (
      <PublicCard
        title="This invitation does not work"
        description="It was used already or has expired. Ask who invited you for a new link."
      >
        <ButtonLink href="/signin">Sign in</ButtonLink>
      </PublicCard>
    );
  return (
    <PublicCard title={`Join ${member.organization.name}`} description={`You sign in as ${member.email}.`}>
      <InviteForm token={token} name={member.name} email={member.email} />
    </PublicCard>
  );
}
