"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { cn } from "./cn";

type Props = {
  /** The name of the value; errors of the API with this name are shown here. */
  name?: string;
  label: ReactNode;
  /** One sentence on what the value does. */
  description?: ReactNode;
  /** An error known before sending, e.g. from parsing while the person types. */
  error?: string | null;
  /** A hint shown under the control in its place when there is no error. */
  hint?: ReactNode;
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, control, description and error, tied together for assistive technology. */
export function Field({ name, label, description, error, hint, hideLabel, className, children }: Props) {
  return (
    <Base.Root
      name={name}
      invalid={error ? true : undefined}
      className={cn("flex min-w-0 flex-col gap-1.5", className)}
    >
      <Base.Label className={hideLabel ? "sr-only" : "text-sm font-medium text-ink"}>{label}</Base.Label>
      {children}
      {description ? <Base.Description className="text-xs text-muted">{description}</Base.Description> : null}
      {error ? (
        <Base.Error match className="text-xs font-medium text-block" role="alert">
          {error}
        </Base.Error>
      ) : (
        <Base.Error className="text-xs font-medium text-block" role="alert" />
      )}
      {error ? null : hint}
    </Base.Root>
  );
}
