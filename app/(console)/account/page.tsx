import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { PageHeader } from "@/components/ui/page-header";
import { pageCtx } from "@/lib/auth/page";
import { env } from "@/lib/env";
import { ownAccount } from "@/lib/org/own-account";
import { ChangePasswordForm } from "./change-password-form";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const ctx = await pageCtx("self:read");
  const { name, email, role, hasPassword, singleSignOn } = await ownAccount(ctx);
  return (
    <>
      <PageHeader title="Your account" description={`${name} at ${ctx.organization.name}`} />
      <Card title="You">
        <Facts
          items={[
            ["E-mail", email],
            ["Role", <span key="role" className="capitalize">{role}</span>], // prettier-ignore
            ["Single sign-on", singleSignOn ? env().OIDC_NAME : null],
          ]}
        />
      </Card>
      <Card
        id="password"
        title="Password"
        description={
          hasPassword
            ? "Changing it signs you out in every other browser. Your clients stay signed in."
            : "You sign in by single sign-on and have no password here. Change it with your identity provider."
        }
      >
        {hasPassword ? <ChangePasswordForm email={email} /> : null}
      </Card>
    </>
  );
}
