import { z } from "zod";
import { rememberBrowser, startSession } from "@/lib/auth/browser-cookies";
import { route } from "@/lib/http/route";
import { changePassword } from "@/lib/org/change-password";
import { ChangePasswordInput } from "@/lib/org/schemas";

export const POST = route({
  auth: "self:read",
  summary: "Change one's own password; signs out every other browser",
  rateLimit: { name: "password-change", points: 10, perSeconds: 900 },
  body: ChangePasswordInput,
  response: z.void(),
  handler: async ({ ctx, body }) => {
    const member = await changePassword(ctx, body);
    await startSession(member);
    await rememberBrowser(member);
  },
});
