"use client";

import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const controlClass =
  "w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink placeholder:text-muted disabled:bg-sunken disabled:opacity-70 data-invalid:border-block aria-invalid:border-block focus-visible:outline-offset-0";

/** Inside a Field it takes its label, description and error from there; else give it an `aria-label`. */
export function Input({ className, ...props }: ComponentProps<typeof Field.Control>) {
  return <Field.Control className={cn(controlClass, "h-9", className as string)} {...props} />;
}

export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return (
    <Field.Control
      className={cn(controlClass, "py-2 leading-5", className)}
      render={<textarea rows={rows} {...props} />}
      name={props.name}
      defaultValue={props.defaultValue as string | undefined}
      value={props.value as string | undefined}
    />
  );
}
