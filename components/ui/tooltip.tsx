"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

/** A short hint. Never the only place of a fact: touch screens do not show it. */
export const Tooltip = ({ content, children }: { content: ReactNode; children: ReactElement }) => (
  <Base.Root>
    <Base.Trigger render={children} delay={300} />
    <Base.Portal>
      <Base.Positioner sideOffset={6} className="z-50">
        <Base.Popup className="popup max-w-xs px-2 py-1 text-xs">{content}</Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
