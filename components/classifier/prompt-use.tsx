import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Facts } from "@/components/ui/facts";
import type { ClassifierPolicy, LlmWhen } from "@/lib/policy/classifier-policy";

const WHEN: Record<LlmWhen, string> = {
  never: "never: the embedded classifier decides alone",
  undecided: "for what the embedded classifier leaves open, and for soft rules that the user's words may clear",
  always: "for every action that reaches the classifier and that no hard rule stopped",
};

type Props = { version: string; llm: ClassifierPolicy["llm"] };

/** Which prompts these are, and when the policy has them asked. */
export const PromptUse = ({ version, llm }: Props) => (
  <Card
    id="prompt-use"
    title="What the LLM classifier is told"
    description="All of Gatehouse's own words, the same for every organization. The organization's rules, the user's messages and the session's tool calls follow as data."
  >
    <Facts
      items={[
        [
          "Version",
          <span key="version" className="inline-flex items-center gap-1 font-mono text-xs">
            {version} <CopyButton value={version} label="prompt version" />
          </span>,
        ],
        ["Recorded", "with every decision that the LLM classifier had a part in, so that it is known what it was told"],
        ["Asked", `${WHEN[llm.when]} (by the draft)`],
        ["Model", <span key="model" className="font-mono text-xs">{llm.model}</span>],
      ]}
    />
  </Card>
); // prettier-ignore
