import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

type Props = { label: string; value: ReactNode; note: ReactNode; href: Route };

/** One figure, and the list behind it. */
export const Tile = ({ label, value, note, href }: Props) => (
  <Link
    href={href}
    className="flex min-w-0 flex-col gap-1 rounded-lg border border-line bg-surface px-4 py-3.5 transition-colors hover:border-line-strong"
  >
    <span className="text-xs font-medium text-muted">{label}</span>
    <span className="text-2xl font-semibold tracking-tight">{value}</span>
    <span className="text-xs text-muted">{note}</span>
  </Link>
);
