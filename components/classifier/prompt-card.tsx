import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { PromptText } from "./prompt-text";

type Props = { id: string; title: string; text: string };

/** One prompt, laid out to be read; what is copied is the text to the letter. */
export const PromptCard = ({ id, title, text }: Props) => (
  <Card id={id} title={title} description={`${text.length.toLocaleString("en")} characters; copying gives them to the letter`}>
    <CodeBlock as="div" label={`Text of ${title}`} copy={text} className="max-h-128 overflow-y-auto bg-surface">
      <PromptText text={text} />
    </CodeBlock>
  </Card>
); // prettier-ignore
