import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { rootDb } from "@/lib/db/root";
import { findLink } from "@/lib/org/take-link";
import { PublicCard } from "../public-card";
import { ResetForm } from "./reset-form";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string }> };

export default async function ResetPage({ searchParams }: Props) {
  const { token = "" } = await searchParams;
  const link = await findLink(rootDb(), "reset", token);
  if (link?.member?.status !== "active")
    return (
      <PublicCard
        title="This reset link does not work"
        description="It was used already or has expired. Ask who sent it for a new one."
      >
        <ButtonLink href="/signin">Sign in</ButtonLink>
      </PublicCard>
    );
  return (
    <PublicCard
      title="Choose a new password"
      description={`For ${link.member.email}. You are signed out in every browser${link.revokesClients ? ", and your clients have to sign in anew" : ""}.`}
    >
      <ResetForm token={token} email={link.member.email} />
    </PublicCard>
  );
}
