"use client";

import { Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { openPalette } from "./shell-events";

export const PaletteButton = ({ compact }: { compact?: boolean }) =>
  compact ? (
    <Button variant="ghost" size="icon" aria-label="Go to a page or a developer" onClick={openPalette}>
      <Search aria-hidden />
    </Button>
  ) : (
    <button
      type="button"
      onClick={openPalette}
      className="flex h-8 w-full cursor-pointer items-center gap-2 rounded-md border border-line bg-sunken/60 px-2.5 text-left text-sm text-muted hover:border-line-strong/60 hover:text-ink"
    >
      <Search aria-hidden className="size-3.5" />
      <span className="flex-1">Go to…</span>
      <Kbd>Ctrl K</Kbd>
    </button>
  );
