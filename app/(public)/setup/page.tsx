import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { rootDb } from "@/lib/db/root";
import { isSetUp } from "@/lib/org/setup";
import { findLink } from "@/lib/org/take-link";
import { PublicCard } from "../public-card";
import { SetupForm } from "./setup-form";

export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string }> };

export default async function SetupPage({ searchParams }: Props) {
  const { token = "" } = await searchParams;
  if (await isSetUp(rootDb()))
    return (
      <PublicCard title="Gatehouse is set up already" description="This link works once, and it was used.">
        <ButtonLink href="/signin" variant="primary">
          Sign in
        </ButtonLink>
      </PublicCard>
    );
  if (!(await findLink(rootDb(), "setup", token)))
    return (
      <PublicCard title="This set-up link does not work">
        <p className="text-sm text-muted">
          It has expired, or Gatehouse was started again since. Use the link that the last start printed, or restart it
          for a new one.
        </p>
      </PublicCard>
    );
  return (
    <PublicCard
      title="Set up Gatehouse"
      description="Names your organization and makes you its owner. Auto mode stays off for everyone until you publish a policy."
    >
      <SetupForm token={token} />
    </PublicCard>
  );
}
