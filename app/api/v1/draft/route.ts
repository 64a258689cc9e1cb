import { z } from "zod";
import { discardDraft } from "@/lib/change/discard-draft";
import { editDraft } from "@/lib/change/edit-draft";
import { getDraft } from "@/lib/change/get-draft";
import { Draft, DraftEdit, DraftVersion } from "@/lib/change/schemas";
import { route } from "@/lib/http/route";

/** 20,000 trusted entries, the most a policy may hold, fit. */
const MAX_POLICY_BYTES = 8 * 1024 * 1024;

export const GET = route({
  auth: "policy:read",
  summary: "The draft policy, or the policy in force while no draft is open",
  response: Draft,
  handler: ({ ctx }) => getDraft(ctx),
});

export const PUT = route({
  auth: "policy:write",
  summary: "Replace the draft policy",
  body: DraftEdit,
  maxBodyBytes: MAX_POLICY_BYTES,
  response: Draft,
  handler: ({ ctx, body }) => editDraft(ctx, body),
});

export const DELETE = route({
  auth: "policy:write",
  summary: "Discard the draft",
  query: DraftVersion,
  response: z.void(),
  handler: ({ ctx, query }) => discardDraft(ctx, query),
});
