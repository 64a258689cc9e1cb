import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Callout } from "@/components/ui/callout";
import { oidcConfigured } from "@/lib/auth/oidc-provider";
import { optionalCtx } from "@/lib/auth/page";
import { safeNextPath } from "@/lib/auth/request-path";
import { signInErrorMessage } from "@/lib/auth/sign-in-error";
import { rootDb } from "@/lib/db/root";
import { env } from "@/lib/env";
import { isSetUp } from "@/lib/org/setup";
import { PublicCard } from "../public-card";
import { OidcButton } from "./oidc-button";
import { PasswordForm } from "./password-form";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string; callbackUrl?: string; error?: string }> };

/** next-auth comes back here with a whole URL; only its path is used. */
const pathOf = (url: string | undefined) =>
  url && URL.canParse(url) ? new URL(url).pathname + new URL(url).search : url;

export default async function SignInPage({ searchParams }: Props) {
  const { next: given, callbackUrl, error } = await searchParams;
  const next = safeNextPath(given ?? pathOf(callbackUrl));
  if (await optionalCtx()) redirect(next as never);
  if (!(await isSetUp(rootDb())))
    return (
      <PublicCard title="Not set up yet">
        <p className="text-sm text-muted">
          Open the one-time set-up link that Gatehouse printed when it started. Restart it for a new link.
        </p>
      </PublicCard>
    );
  const message = signInErrorMessage(error);
  return (
    <PublicCard title="Sign in">
      {message ? (
        <Callout tone="block" role="alert">
          {message}
        </Callout>
      ) : null}
      {oidcConfigured(env()) ? (
        <>
          <OidcButton name={env().OIDC_NAME} next={next} />
          <p className="flex items-center gap-3 text-xs text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            or with a password
          </p>
        </>
      ) : null}
      <PasswordForm next={next} />
    </PublicCard>
  );
}
