import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon?: LucideIcon; title: ReactNode; children?: ReactNode; action?: ReactNode };

/** Why there is nothing here, in a sentence, and the one thing to do about it. */
export const EmptyState = ({ icon: Icon, title, children, action }: Props) => (
  <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line px-6 py-10 text-center">
    {Icon ? <Icon aria-hidden className="mb-1 size-6 text-muted" strokeWidth={1.5} /> : null}
    <p className="font-medium">{title}</p>
    {children ? <div className="max-w-prose text-sm text-muted">{children}</div> : null}
    {action ? <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div> : null}
  </div>
);
