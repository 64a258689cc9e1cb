"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { Destination } from "./nav";
import { onOpenShortcuts, openPalette, openShortcuts } from "./shell-events";

const SEQUENCE_MS = 1_000;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that work on every page, and the help that lists them. */
export function Keyboard({ destinations }: { destinations: readonly Destination[] }) {
  const router = useRouter();
  const [helpOpen, setHelpOpen] = useState(false);

  useEffect(() => onOpenShortcuts(() => setHelpOpen(true)), []);

  useEffect(() => {
    let leaderAt = -Infinity;
    function onKeyDown(event: KeyboardEvent) {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return;
      if (event.key === "?") return openShortcuts();
      if (event.key === "/") return focusSearch(event);
      if (event.key === "g") {
        leaderAt = event.timeStamp;
        return;
      }
      const isSecond = event.timeStamp - leaderAt < SEQUENCE_MS;
      leaderAt = -Infinity;
      const found = isSecond && destinations.find(({ keys }) => keys === `g ${event.key}`);
      if (found) router.push(found.href);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [destinations, router]);

  return (
    <Dialog title="Keyboard shortcuts" open={helpOpen} onOpenChange={setHelpOpen} size="sm">
      <dl className="grid grid-cols-[1fr_max-content] gap-y-2 text-sm">
        <Shortcut keys="Ctrl K" label="Go to a page or a developer" />
        <Shortcut keys="/" label="Search on this page" />
        {destinations.map(({ href, keys, label }) => (
          <Shortcut key={href} keys={keys} label={label} />
        ))}
        <Shortcut keys="?" label="This help" />
      </dl>
    </Dialog>
  );
}

const Shortcut = ({ keys, label }: { keys: string; label: string }) => (
  <>
    <dt>{label}</dt>
    <dd className="flex justify-end gap-1">
      {keys.split(" ").map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </dd>
  </>
);

/** The first search box of the page, as every list of the console has one of type "search". */
function focusSearch(event: KeyboardEvent) {
  const search = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (!search) return;
  event.preventDefault();
  search.focus();
}
