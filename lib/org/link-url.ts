import { z } from "zod";
import { env } from "@/lib/env";

export const Invitation = z.object({ inviteUrl: z.string(), expiresAt: z.date() });
export const ResetLink = z.object({ resetUrl: z.string(), expiresAt: z.date() });

/** The invitation as it is shown, once: a whole link to pass on. */
export const invitationOf = (made: { invitePath: string; expiresAt: Date }): z.output<typeof Invitation> => ({
  inviteUrl: env().GATEHOUSE_URL + made.invitePath,
  expiresAt: made.expiresAt,
});

export const resetLinkOf = (made: { resetPath: string; expiresAt: Date }): z.output<typeof ResetLink> => ({
  resetUrl: env().GATEHOUSE_URL + made.resetPath,
  expiresAt: made.expiresAt,
});
