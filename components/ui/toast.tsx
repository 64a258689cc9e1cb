"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner, toast as sonner } from "sonner";
import { messageOf } from "@/components/api";

export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      toastOptions={{
        style: { background: "var(--raised)", color: "var(--ink)", borderColor: "var(--line)", fontFamily: "inherit" },
        actionButtonStyle: { background: "var(--accent)", color: "var(--on-accent)" },
      }}
    />
  );
}

const UNDO_MS = 8_000;
let lastUndo: string | number | undefined;

export const toast = {
  done: (message: string) => sonner.success(message),
  failed: (error: unknown) => sonner.error(messageOf(error)),
  /** Says what was done and offers to take it back. */
  undoable: (message: string, undo: () => void) => {
    lastUndo = sonner(message, { duration: UNDO_MS, action: { label: "Undo", onClick: undo } });
  },
  /** After another change, undoing the one before it would take back both. */
  forgetUndo: () => {
    if (lastUndo !== undefined) sonner.dismiss(lastUndo);
    lastUndo = undefined;
  },
};
