import type { Ctx } from "@/lib/auth/ctx";

export type ChecklistStep = { id: string; title: string; help: string; href: string; done: boolean };

/** The way to a working set-up, each step read from what is really there. */
export async function onboardingChecklist(ctx: Ctx): Promise<ChecklistStep[]> {
  const where = { organizationId: ctx.organization.id };
  const select = { id: true } as const;
  const [group, revision, client, applied, decision] = await Promise.all([
    ctx.db.group.findFirst({ where, select }),
    ctx.db.revision.findFirst({ where, select }),
    ctx.db.client.findFirst({ where, select }),
    ctx.db.client.findFirst({ where: { ...where, appliedChecksum: { not: null } }, select }),
    ctx.db.decision.findFirst({ where, select }),
  ]);
  return [
    {
      id: "group",
      title: "Make a group",
      help: "Policy is aimed at groups: the ones of your identity provider, or made here.",
      href: "/people",
      done: group !== null,
    },
    {
      id: "policy",
      title: "Publish a policy",
      help: "Turn auto mode on for a group, name the infrastructure it may touch, and publish.",
      href: "/policy",
      done: revision !== null,
    },
    {
      id: "client",
      title: "Sign in the first client",
      help: "Two keys on a developer's machine, then /login in Claude Code.",
      href: "/settings",
      done: client !== null,
    },
    {
      id: "applied",
      title: "See a client confirm its settings",
      help: "With its first model request a client sends back the checksum of what it runs.",
      href: "/developers",
      done: applied !== null,
    },
    {
      id: "decision",
      title: "Record the first decision",
      help: "Comes by itself with the first tool a signed-in client uses.",
      href: "/audit?type=decisions",
      done: decision !== null,
    },
  ];
}
