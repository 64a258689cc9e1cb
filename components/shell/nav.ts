import type { Route } from "next";
import type { Permission } from "@/lib/auth/permissions";

export type Destination = { href: Route; label: string; permission: Permission; keys: string };

/** The pages of the console, in order. `keys` are typed one after the other. */
export const DESTINATIONS: readonly Destination[] = [
  { href: "/", label: "Overview", permission: "overview:read", keys: "g o" },
  { href: "/policy", label: "Policy", permission: "policy:read", keys: "g p" },
  { href: "/revisions", label: "Revisions", permission: "policy:read", keys: "g r" },
  { href: "/classifier", label: "Classifier", permission: "policy:read", keys: "g c" },
  { href: "/audit", label: "Audit", permission: "audit:read", keys: "g a" },
  { href: "/developers", label: "Developers", permission: "audit:read", keys: "g d" },
  { href: "/people", label: "People", permission: "member:read", keys: "g e" },
  { href: "/settings", label: "Settings", permission: "token:read", keys: "g s" },
];

export const isCurrent = (href: string, pathname: string): boolean =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
