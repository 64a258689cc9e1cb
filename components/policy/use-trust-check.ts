"use client";

import { useEffect, useState } from "react";
import { api } from "@/components/api";
import type { TrustCheck } from "@/lib/change/schemas";
import type { TrustKind } from "@/lib/policy/schemas";

const DEBOUNCE_MS = 200;

/**
 * What would become of a value, a moment after the last key.
 * @param entryId the entry under edit, which does not repeat itself
 * @returns null while nothing is known
 */
export function useTrustCheck(kind: TrustKind, typed: string, entryId?: string): TrustCheck | null {
  const [checked, setChecked] = useState<{ value: string; check: TrustCheck } | null>(null);
  const value = typed.trim();

  useEffect(() => {
    if (value === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api<TrustCheck>("POST", "/trust-check", { kind, value, entryId }, abort.signal).then(
        (check) => setChecked({ value, check }),
        () => undefined, // Saving says what is wrong.
      );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [kind, value, entryId]);

  return value !== "" && checked?.value === value ? checked.check : null;
}

/** Why it cannot be saved, or null. */
export function faultOf(check: TrustCheck | null): string | null {
  if (!check) return null;
  if (!check.ok) return check.message;
  return check.issues.some(({ kind }) => kind === "duplicate") ? `${check.value} is trusted already.` : null;
}
