"use client";

import {
  Activity,
  FileCheck2,
  Gauge,
  History,
  LoaderCircle,
  type LucideIcon,
  ScrollText,
  SearchCheck,
  Settings2,
  TerminalSquare,
  UsersRound,
} from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { type Destination, isCurrent } from "./nav";

const ICONS: Record<string, LucideIcon> = {
  "/": Gauge,
  "/policy": FileCheck2,
  "/revisions": History,
  "/classifier": SearchCheck,
  "/audit": ScrollText,
  "/developers": TerminalSquare,
  "/people": UsersRound,
  "/settings": Settings2,
};

type Props = { destinations: readonly Destination[]; onNavigate?: () => void };

export function NavLinks({ destinations, onNavigate }: Props) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main">
      <ul className="flex flex-col gap-0.5">
        {destinations.map(({ href, label }) => {
          const current = isCurrent(href, pathname);
          const Icon = ICONS[href] ?? Activity;
          return (
            <li key={href}>
              <Link
                href={href}
                onClick={onNavigate}
                aria-current={current ? "page" : undefined}
                className={cn(
                  "flex h-9 items-center gap-2.5 rounded-md px-2.5 text-sm font-medium transition-colors",
                  current ? "bg-accent-soft text-accent" : "text-muted hover:bg-sunken hover:text-ink",
                )}
              >
                <Icon aria-hidden className="size-4" />
                {label}
                <Pending />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Seen only when the next page takes its time: a quick one must not flash. */
function Pending() {
  const { pending } = useLinkStatus();
  return (
    <LoaderCircle
      aria-hidden
      className={cn(
        "ml-auto size-3.5 transition-opacity",
        pending ? "animate-spin opacity-100 delay-150" : "opacity-0",
      )}
    />
  );
}
