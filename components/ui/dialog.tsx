"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactElement, type ReactNode, useRef } from "react";
import { buttonClass } from "./button";
import { cn } from "./cn";

type Props = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: "sm" | "md" | "lg";
  children: ReactNode;
};

const FIELD = "input:not([type=hidden], [aria-hidden=true], [tabindex='-1']), textarea";

const WIDTHS = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl" };

export function Dialog({ title, description, trigger, open, onOpenChange, size = "md", children }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Viewport className="fixed inset-0 z-50 grid place-items-center overflow-y-auto p-3 sm:p-6">
          <Base.Popup
            ref={popup}
            // One who opened a form types at once. Where it has no field, the first button has the focus; so it does on a touch
            // screen, whose keyboard would cover the form.
            initialFocus={(opened) =>
              opened === "touch" ? true : (popup.current?.querySelector<HTMLElement>(FIELD) ?? true)
            }
            className={cn(
              "flex w-full flex-col gap-4 rounded-xl border border-line bg-raised p-5 text-ink shadow-dialog outline-none transition-[opacity,scale] duration-150 data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0",
              WIDTHS[size],
            )}
          >
            <header className="flex items-start gap-3">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-base font-semibold">{title}</Base.Title>
                {description ? (
                  <Base.Description className="mt-1 text-sm text-muted">{description}</Base.Description>
                ) : null}
              </div>
              <CloseButton />
            </header>
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

const CloseButton = () => (
  <Base.Close aria-label="Close" className={cn(buttonClass({ variant: "ghost", size: "icon-sm" }), "-mt-1 -mr-1")}>
    <X aria-hidden />
  </Base.Close>
);

/** Closes the dialog or sheet it stands in. */
export const DialogClose = ({ children = "Cancel" }: { children?: ReactNode }) => (
  <Base.Close className={buttonClass()}>{children}</Base.Close>
);

export const DialogActions = ({ children }: { children: ReactNode }) => (
  <footer className="flex flex-wrap justify-end gap-2 pt-1">{children}</footer>
);

/** A panel from the right edge (or the left, for navigation), for details beside a list. */
export function Sheet({ title, description, trigger, open, onOpenChange, side = "right", children }: SheetProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup
          className={cn(
            "fixed inset-y-0 z-50 flex flex-col border-line bg-raised text-ink shadow-dialog outline-none transition-[translate] duration-200 ease-out",
            side === "right"
              ? "right-0 w-full max-w-2xl border-l data-ending-style:translate-x-full data-starting-style:translate-x-full"
              : "left-0 w-72 max-w-[85vw] border-r data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
          )}
        >
          <header className="flex items-start gap-3 border-b border-line px-5 py-4">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-base font-semibold wrap-anywhere">{title}</Base.Title>
              {description ? (
                <Base.Description className="mt-0.5 text-sm text-muted">{description}</Base.Description>
              ) : null}
            </div>
            <CloseButton />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

type SheetProps = Omit<Props, "size"> & { side?: "left" | "right" };
