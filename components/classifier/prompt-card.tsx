import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";

type Props = { id: string; title: string; text: string };

/** One prompt, to the letter. */
export const PromptCard = ({ id, title, text }: Props) => (
  <Card id={id} title={title} description={`${text.length.toLocaleString("en")} characters`}>
    <CodeBlock label={`Text of ${title}`} copy={text} wrap className="max-h-128 overflow-y-auto text-2xs">
      {text}
    </CodeBlock>
  </Card>
);
