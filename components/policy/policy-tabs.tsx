"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";

const SECTIONS = [
  { href: "/policy", label: "Rollout" },
  { href: "/policy/trust", label: "Trusted infrastructure", short: "Trust" },
  { href: "/policy/rules", label: "Rules" },
  { href: "/policy/classifier", label: "Classifier" },
  { href: "/policy/preview", label: "Preview" },
  { href: "/policy/publish", label: "Publish" },
] as const;

export function PolicyTabs({ changeCount }: { changeCount: number }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Policy" className="relative flex gap-x-1 overflow-x-auto border-b max-sm:flex-wrap border-line">
      {SECTIONS.map(({ href, label, ...section }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className={cn(
            "-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-1 text-sm sm:px-3 font-medium focus-visible:-outline-offset-2",
            pathname === href ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
          )}
        >
          {"short" in section ? (
            <>
              <span className="sm:hidden">{section.short}</span>
              <span className="max-sm:hidden">{label}</span>
            </>
          ) : (
            label
          )}
          {href === "/policy/publish" && changeCount > 0 ? (
            <span className="rounded-full bg-accent-soft px-1.5 text-xs text-accent">
              {changeCount}
              <span className="sr-only"> {changeCount === 1 ? "change" : "changes"}</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
