import { z } from "zod";
import { rememberBrowser } from "@/lib/auth/browser-cookies";
import { route } from "@/lib/http/route";
import { resetPassword } from "@/lib/org/reset-password";
import { ResetPasswordInput } from "@/lib/org/schemas";

export const POST = route({
  auth: "public",
  summary: "Set a new password with a one-time reset link; signs the member out everywhere",
  rateLimit: { name: "password-reset", points: 20, perSeconds: 600 },
  body: ResetPasswordInput,
  response: z.object({ email: z.string() }),
  handler: async ({ ctx, body }) => {
    const member = await resetPassword(ctx, body);
    // So that the sign-in that follows is not kept out by others' attempts.
    await rememberBrowser(member);
    return { email: member.email };
  },
});
