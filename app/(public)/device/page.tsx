import type { Metadata } from "next";
import { Callout } from "@/components/ui/callout";
import { Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import { type MemberCtx, pageCtx } from "@/lib/auth/page";
import { AppError } from "@/lib/http/errors";
import { findDeviceAuthorization } from "@/lib/signin/device";
import { PublicCard } from "../public-card";
import { AnswerForm } from "./answer-form";
import { CodeForm } from "./code-form";

export const metadata: Metadata = { title: "Sign in a client" };

type Props = { searchParams: Promise<{ user_code?: string }> };

/** A wrong or old code is an answer to show, not a failure of the page. */
const lookUp = (ctx: MemberCtx, code: string) =>
  findDeviceAuthorization(ctx, code).catch((error: unknown) => {
    if (error instanceof AppError && error.status < 500) return error;
    throw error;
  });

export default async function DevicePage({ searchParams }: Props) {
  const ctx = await pageCtx("device:confirm");
  const { user_code: code } = await searchParams;
  const found = code ? await lookUp(ctx, code) : null;
  if (!found || found instanceof AppError)
    return (
      <PublicCard title="Sign in a client" description={`You are signed in as ${ctx.actor.email}.`}>
        <CodeForm code={code} error={found?.message} />
      </PublicCard>
    );
  return (
    <PublicCard title="Sign in this client?" description={`It will act as ${ctx.actor.email}.`}>
      <p className="rounded-md bg-sunken py-3 text-center font-mono text-xl tracking-widest" aria-label="Code">
        {found.userCode}
      </p>
      <Facts
        items={[
          ["Program", found.label],
          ["From", found.ip ?? "unknown address"],
          ["Asked", <Time key="asked" at={found.requestedAt} show="relative" />],
        ]}
      />
      <Callout tone="warn">
        Approve only if you started this sign-in yourself and your terminal shows this very code. A code that someone
        sent you signs them in as you.
      </Callout>
      <AnswerForm userCode={found.userCode} />
    </PublicCard>
  );
}
