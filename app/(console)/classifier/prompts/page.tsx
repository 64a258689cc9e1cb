import type { Metadata } from "next";
import { PromptCard } from "@/components/classifier/prompt-card";
import { PromptUse } from "@/components/classifier/prompt-use";
import { pageCtx } from "@/lib/auth/page";
import { getDraft } from "@/lib/change/get-draft";
import { PROMPT_VERSION, PROMPTS } from "@/lib/classifier/prompts/system";

export const metadata: Metadata = { title: "Prompts · Classifier" };

export default async function PromptsPage() {
  const ctx = await pageCtx("policy:read");
  const { policy } = await getDraft(ctx);
  return (
    <>
      <PromptUse version={PROMPT_VERSION} llm={policy.classifier.llm} />
      {PROMPTS.map((prompt, index) => (
        <PromptCard key={prompt.title} id={`prompt-${index + 1}`} {...prompt} />
      ))}
    </>
  );
}
