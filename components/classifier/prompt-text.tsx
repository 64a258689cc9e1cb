import { Fragment } from "react";
import { InlineCode } from "@/components/ui/code-block";
import { cn } from "@/components/ui/cn";
import { type PromptBlock, promptBlocks } from "./prompt-blocks";

/** A prompt as one reads it: its headings, lists and emphasis instead of their marks. */
export const PromptText = ({ text }: { text: string }) => (
  <div className="flex max-w-3xl flex-col gap-2.5 font-sans text-sm whitespace-normal">
    {promptBlocks(text).map((block, at) => (
      <Block key={at} block={block} />
    ))}
  </div>
);

function Block({ block }: { block: PromptBlock }) {
  switch (block.kind) {
    case "heading":
      return block.depth === 1 ? (
        <h3 className="mt-3 text-base font-semibold first:mt-0">{block.text}</h3>
      ) : (
        <h4 className="mt-2 font-semibold first:mt-0">{block.text}</h4>
      );
    case "list":
      return (
        <ul className="flex flex-col gap-1.5">
          {block.items.map(({ mark, depth, text }, at) => (
            <li key={at} className={cn("flex gap-2", depth > 0 && "pl-6")}>
              <span className="min-w-4 shrink-0 text-muted">{mark === "-" ? "•" : mark}</span>
              <span className="min-w-0">
                <Words text={text} />
              </span>
            </li>
          ))}
        </ul>
      );
    case "lines":
      return (
        <code className="block border-l-2 border-line pl-3 font-mono text-xs whitespace-pre-wrap">{block.text}</code>
      );
    case "paragraph":
      return (
        <p>
          <Words text={block.text} />
        </p>
      );
  }
}

const MARKED = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/;

/** Code, strong words and stressed ones; every second part of the split is one of these. */
const Words = ({ text }: { text: string }) =>
  text.split(MARKED).map((part, at) => {
    if (at % 2 === 0) return <Fragment key={at}>{part}</Fragment>;
    if (part.startsWith("`")) return <InlineCode key={at}>{part.slice(1, -1)}</InlineCode>;
    if (part.startsWith("**")) return <strong key={at}>{part.slice(2, -2)}</strong>;
    return <em key={at}>{part.slice(1, -1)}</em>;
  });
