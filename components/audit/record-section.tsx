import type { ReactNode } from "react";

export const RecordSection = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="flex min-w-0 flex-col gap-2.5">
    <h2 className="text-sm font-semibold">{title}</h2>
    {children}
  </section>
);
