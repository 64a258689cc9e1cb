import { Facts } from "@/components/ui/facts";
import type { LlmRecord } from "@/lib/audit/llm-record";
import { CAUSE_WORDS, costWords, stageWords, tokenWords, VERDICT_WORDS } from "./llm-words";
import { RecordSection } from "./record-section";

/** What the LLM classifier was asked and said, and what that took; nothing where it was not needed. */
export function LlmSection({ llm }: { llm: LlmRecord | null }) {
  if (llm === null) return null;
  const { verdict, cause, usage } = llm;
  return (
    <RecordSection title="Claude was asked">
      <Facts
        items={[
          ["It said", VERDICT_WORDS[verdict]],
          ["Because", cause && CAUSE_WORDS[cause]],
          ["Model", usage && <span className="font-mono text-xs">{usage.model}</span>],
          ["Stages", usage && stageWords(usage)],
          ["Tokens", usage && tokenWords(usage)],
          ["Cost", usage && costWords(usage)],
          ["Took", usage && `${(usage.latencyMs / 1000).toFixed(2)} s`],
          ["Prompts", usage && <span className="font-mono text-xs">{usage.promptVersion}</span>],
        ]}
      />
    </RecordSection>
  );
}
