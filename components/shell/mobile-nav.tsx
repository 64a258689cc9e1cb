"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/dialog";
import type { Destination } from "./nav";
import { NavLinks } from "./nav-links";

export function MobileNav({ destinations }: { destinations: readonly Destination[] }) {
  const [open, setOpen] = useState(false);
  const trigger = (
    <Button variant="ghost" size="icon" aria-label="Open navigation">
      <MenuIcon aria-hidden />
    </Button>
  );
  return (
    <Sheet title="Gatehouse" side="left" trigger={trigger} open={open} onOpenChange={setOpen}>
      <NavLinks destinations={destinations} onNavigate={() => setOpen(false)} />
    </Sheet>
  );
}
