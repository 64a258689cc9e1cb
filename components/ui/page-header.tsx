import { ArrowLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** The page above this one. */
  parent?: { href: Route; label: string };
};

export const PageHeader = ({ title, description, actions, parent }: Props) => (
  <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
    <div className="min-w-0 flex-1 basis-72">
      {parent ? (
        <nav aria-label="Breadcrumb" className="mb-1 flex items-center gap-1 text-xs text-muted">
          <ArrowLeft aria-hidden className="size-3" />
          <Link href={parent.href} className="underline-offset-2 hover:text-ink hover:underline">
            {parent.label}
          </Link>
        </nav>
      ) : null}
      <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
      {description ? <div className="mt-1 max-w-prose text-sm text-muted">{description}</div> : null}
    </div>
    {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
  </header>
);
