import { z } from "zod";
import { route } from "@/lib/http/route";
import { approveDevice, denyDevice } from "@/lib/signin/device";

const ANSWERS = { approve: approveDevice, deny: denyDevice };

export const POST = route({
  auth: "device:confirm",
  summary: "Approve or deny a client that waits to be signed in",
  rateLimit: { name: "device", points: 30, perSeconds: 600 },
  body: z.object({ userCode: z.string().max(40), answer: z.enum(["approve", "deny"]) }),
  response: z.void(),
  handler: ({ ctx, body }) => ANSWERS[body.answer](ctx, body.userCode),
});
