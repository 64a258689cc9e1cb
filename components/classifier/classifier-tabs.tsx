"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";

const SECTIONS = [
  { href: "/classifier", label: "Rules" },
  { href: "/classifier/try", label: "Try it" },
  { href: "/classifier/prompts", label: "Prompts" },
  { href: "/classifier/evaluation", label: "Evaluation" },
] as const;

const isShown = (href: string, pathname: string): boolean =>
  pathname === href || (href === "/classifier" && pathname.startsWith("/classifier/rules/"));

export function ClassifierTabs() {
  const pathname = usePathname();
  return (
    <nav aria-label="Classifier" className="relative flex gap-1 overflow-x-auto border-b border-line">
      {SECTIONS.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={isShown(href, pathname) ? "page" : undefined}
          className={cn(
            "-mb-px flex h-9 shrink-0 items-center border-b-2 px-2 text-sm font-medium focus-visible:-outline-offset-2 sm:px-3",
            isShown(href, pathname) ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
