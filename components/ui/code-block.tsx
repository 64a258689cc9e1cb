import type { ReactNode } from "react";
import { cn } from "./cn";
import { CopyButton } from "./copy-button";

type Props = {
  label: string;
  children: ReactNode;
  copy?: string;
  wrap?: boolean;
  /** For text that brings headings and lists of its own. */
  as?: "pre" | "div";
  className?: string;
};

/** Preformatted text in a frame that scrolls by itself. */
export const CodeBlock = ({ label, children, copy, wrap, as: Frame = "pre", className }: Props) => (
  <div className="relative min-w-0">
    <Frame
      tabIndex={0}
      role="region"
      aria-label={label}
      className={cn(
        "relative overflow-x-auto rounded-md border border-line bg-sunken px-3 py-2.5 font-mono text-xs leading-5",
        wrap && "wrap-anywhere whitespace-pre-wrap",
        copy && "pr-11",
        className,
      )}
    >
      {children}
    </Frame>
    {copy ? (
      <div className="absolute top-1.5 right-1.5">
        <CopyButton value={copy} label={label} />
      </div>
    ) : null}
  </div>
);

export const InlineCode = ({ children }: { children: ReactNode }) => (
  <code className="rounded bg-sunken px-1 py-px font-mono text-[0.8125rem] wrap-anywhere">{children}</code>
);
