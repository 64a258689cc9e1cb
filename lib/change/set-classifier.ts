import type { z } from "zod";
import { authorize, type Ctx } from "@/lib/auth/ctx";
import { changeDraft } from "./change-draft";
import { requireListedBaseUrl } from "./check-references";
import { draftView } from "./draft-view";
import { ClassifierInput, type Draft } from "./schemas";

/**
 * When Claude is asked, which model, within which limits. Fields of `llm` that are left out have their defaults.
 * @throws AppError 409 `draft_changed`, 422 with each field at fault
 */
export async function setClassifier(ctx: Ctx, input: z.input<typeof ClassifierInput>): Promise<Draft> {
  authorize(ctx, "policy:write");
  const { version, llm, probe } = ClassifierInput.parse(input);
  const draft = await changeDraft(ctx, version, (policy) => ({
    ...policy,
    classifier: {
      llm: requireListedBaseUrl(llm, policy.classifier.llm, "llm.baseUrl"),
      probe: probe ?? policy.classifier.probe,
    },
  }));
  return draftView(ctx, draft);
}
