import type { ReactNode } from "react";
import { cn } from "./cn";

type Props = {
  title?: ReactNode;
  description?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** For content that brings its own padding, such as a table. */
  flush?: boolean;
  id?: string;
  className?: string;
  children?: ReactNode;
};

/** One concern of a page. */
export function Card({ title, description, actions, flush, id, className, children }: Props) {
  return (
    <section
      id={id}
      aria-labelledby={title && id ? `${id}-title` : undefined}
      className={cn("min-w-0 rounded-lg border border-line bg-surface", className)}
    >
      {title ? (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3.5 pb-3 sm:px-5">
          <div className="min-w-0 flex-1 basis-48">
            <h2 id={id ? `${id}-title` : undefined} className="text-sm font-semibold">
              {title}
            </h2>
            {description ? <p className="mt-0.5 max-w-prose text-sm text-muted">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </header>
      ) : null}
      {flush ? children : <div className={cn("px-4 pb-4 sm:px-5 sm:pb-5", !title && "pt-4 sm:pt-5")}>{children}</div>}
    </section>
  );
}
