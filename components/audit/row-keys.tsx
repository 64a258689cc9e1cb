"use client";

import { type ReactNode, useEffect } from "react";

const BLOCKING =
  'input, select, textarea, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"]';

/** `j` and `k` walk through the rows from wherever the focus is; Enter is the row's own link. */
function walk(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== "j" && event.key !== "k")) return;
  if (event.target instanceof Element && event.target.closest(BLOCKING)) return;
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const here = rows.findIndex((row) => row === document.activeElement);
  const next = rows[event.key === "j" ? here + 1 : Math.max(here - 1, 0)];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

export function RowKeys({ children }: { children: ReactNode }) {
  useEffect(() => {
    window.addEventListener("keydown", walk);
    return () => window.removeEventListener("keydown", walk);
  }, []);
  return children;
}
