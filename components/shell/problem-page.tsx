import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon: LucideIcon; title: string; children: ReactNode; actions?: ReactNode };

/** A page that says why there is no page, and the way on. */
export const ProblemPage = ({ icon: Icon, title, children, actions }: Props) => (
  <div className="mx-auto flex min-h-[60dvh] max-w-md flex-col items-center justify-center gap-3 px-4 text-center">
    <Icon aria-hidden className="size-8 text-muted" strokeWidth={1.5} />
    <h1 className="text-lg font-semibold">{title}</h1>
    <div className="text-sm text-muted">{children}</div>
    {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
  </div>
);
