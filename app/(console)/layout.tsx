import type { ReactNode } from "react";
import { DraftBanner } from "@/components/shell/draft-banner";
import { DESTINATIONS } from "@/components/shell/nav";
import { Shell } from "@/components/shell/shell";
import { may } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/auth/page";

/** Says who is signed in and what they may open; each page still asks for its own permission. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { actor } = await pageCtx("self:read");
  return (
    <Shell
      destinations={DESTINATIONS.filter(({ permission }) => may(actor, permission))}
      mayFindDevelopers={may(actor, "audit:read")}
      member={{ name: actor.name || actor.email, email: actor.email, role: actor.role }}
      banner={may(actor, "policy:read") ? <DraftBanner mayPublish={may(actor, "policy:publish")} /> : null}
    >
      {children}
    </Shell>
  );
}
