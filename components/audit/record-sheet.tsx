"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Sheet } from "@/components/ui/dialog";

type Props = {
  title: ReactNode;
  description: ReactNode;
  /** The list without the record. */
  closeHref: Route;
  /** The records above and below in the list, for `k` and `j`. */
  previousHref: Route | null;
  nextHref: Route | null;
  children: ReactNode;
};

const CLOSE_MS = 180;

/** One record beside its list. Open is an address; closing goes back to the list's. */
export function RecordSheet({ title, description, closeHref, previousHref, nextHref, children }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(true);

  function close() {
    setOpen(false);
    setTimeout(() => router.push(closeHref, { scroll: false }), CLOSE_MS);
  }

  function step(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const href = event.key === "j" ? nextHref : event.key === "k" ? previousHref : null;
    if (href) router.replace(href, { scroll: false });
  }

  return (
    // Around the sheet, not in it: React's events rise through the portal, wherever in it the focus is.
    <div role="presentation" onKeyDown={step}>
      <Sheet title={title} description={description} open={open} onOpenChange={(next) => !next && close()}>
        {children}
      </Sheet>
    </div>
  );
}
