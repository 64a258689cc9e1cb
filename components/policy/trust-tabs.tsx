import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { TRUST_KINDS, type TrustKind } from "@/lib/policy/schemas";
import { TRUST_WORDS } from "./words";

type Props = { kind: TrustKind; counts: Record<TrustKind, number> };

export const TrustTabs = ({ kind, counts }: Props) => (
  <nav
    aria-label="Kinds of trusted infrastructure"
    className="relative flex gap-x-1 overflow-x-auto border-b max-sm:flex-wrap border-line px-2 sm:px-3"
  >
    {TRUST_KINDS.map((item) => (
      <Link
        key={item}
        href={`/policy/trust?kind=${item}`}
        aria-current={item === kind ? "page" : undefined}
        className={cn(
          "-mb-px flex h-10 shrink-0 items-center gap-1.5 border-b-2 px-2.5 text-sm font-medium focus-visible:-outline-offset-2",
          item === kind ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
        )}
      >
        {TRUST_WORDS[item].plural}
        <span className="rounded-full bg-sunken px-1.5 text-xs text-muted">{counts[item].toLocaleString("en")}</span>
      </Link>
    ))}
  </nav>
);
