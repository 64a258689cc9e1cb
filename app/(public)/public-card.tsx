import type { ReactNode } from "react";

type Props = { title: string; description?: ReactNode; children: ReactNode };

/** The one card of a public page, with the page's heading in it. */
export const PublicCard = ({ title, description, children }: Props) => (
  <section className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-5 sm:p-6">
    <header>
      <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
      {description ? <p className="mt-1 text-sm text-muted">{description}</p> : null}
    </header>
    {children}
  </section>
);
