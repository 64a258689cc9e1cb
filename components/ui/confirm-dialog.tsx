"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useState } from "react";
import { messageOf } from "@/components/api";
import { Button, buttonClass } from "./button";
import { Callout } from "./callout";

type Props = {
  trigger: ReactElement;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  /** Closes when it resolves; shows what it throws. */
  onConfirm: () => Promise<unknown>;
};

export function ConfirmDialog({ trigger, title, children, confirmLabel, danger, onConfirm }: Props) {
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function confirm() {
    setPending(true);
    setFailure(null);
    try {
      await onConfirm();
      setOpen(false);
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      <AlertDialog.Trigger render={trigger} />
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="scrim" />
        <AlertDialog.Viewport className="fixed inset-0 z-50 grid place-items-center overflow-y-auto p-3">
          <AlertDialog.Popup className="flex w-full max-w-md flex-col gap-4 rounded-xl border border-line bg-raised p-5 text-ink shadow-dialog outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            <AlertDialog.Title className="text-base font-semibold">{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="flex flex-col gap-2 text-sm text-muted">
              {children}
            </AlertDialog.Description>
            {failure ? (
              <Callout tone="block" role="alert">
                {failure}
              </Callout>
            ) : null}
            <div className="flex flex-wrap justify-end gap-2">
              <AlertDialog.Close className={buttonClass()}>Cancel</AlertDialog.Close>
              <Button variant={danger ? "danger-solid" : "primary"} pending={pending} onClick={confirm}>
                {confirmLabel}
              </Button>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
