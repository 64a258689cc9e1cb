import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/auth/ctx";
import { oidcConfigured } from "@/lib/auth/oidc-provider";
import { pageCtx } from "@/lib/auth/page";
import { classifierInstallation } from "@/lib/change/classifier-installation";
import { env } from "@/lib/env";
import { listApiTokens, mayMakeEndless } from "@/lib/org/api-tokens";
import { ApiTokens } from "./api-tokens";
import { ConnectClient } from "./connect-client";

export const metadata: Metadata = { title: "Settings" };

function instanceFacts() {
  const given = env();
  const { hasKey, ownBaseUrl } = classifierInstallation();
  return [
    ["Address", given.GATEHOUSE_URL],
    [
      "Single sign-on",
      oidcConfigured(given)
        ? `${given.OIDC_NAME}, ${given.OIDC_ISSUER}`
        : "Off. Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.",
    ],
    ["Groups claim", oidcConfigured(given) ? given.OIDC_GROUPS_CLAIM : null],
    ["Claude API", given.ANTHROPIC_UPSTREAM_URL],
    [
      "Claude API key",
      given.ANTHROPIC_UPSTREAM_API_KEY
        ? "Configured"
        : "None. Clients get an error for model requests until ANTHROPIC_UPSTREAM_API_KEY is set.",
    ],
    [
      "LLM classifier",
      hasKey
        ? `Has a key; asks ${ownBaseUrl}, when the policy says so`
        : "Off. Set CLASSIFIER_API_KEY or ANTHROPIC_UPSTREAM_API_KEY.",
    ],
    [
      "Advisories",
      given.GATEHOUSE_ADVISORIES ?? "Those shipped. GATEHOUSE_ADVISORIES names a file or directory of your own.",
    ],
  ] as const;
}

export default async function SettingsPage() {
  const ctx = await pageCtx("token:read");
  const { items } = await listApiTokens(ctx);
  return (
    <>
      <PageHeader
        title="Settings"
        description={`${ctx.organization.name}: connecting clients, API tokens, this instance.`}
      />
      <ConnectClient url={env().GATEHOUSE_URL} />
      <ApiTokens tokens={items} mayEdit={may(ctx.actor, "token:write")} mayMakeEndless={mayMakeEndless(ctx)} />
      <Card id="instance" title="This instance" description="Set by the environment that it was started with.">
        <Facts items={instanceFacts()} />
      </Card>
    </>
  );
}
