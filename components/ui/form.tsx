"use client";

import { Form as BaseForm } from "@base-ui/react/form";
import { type ReactNode, useRef, useState } from "react";
import { ApiProblem, messageOf } from "@/components/api";
import { Callout } from "./callout";
import { cn } from "./cn";

type Errors = Record<string, string[]>;
type Failure = { errors: Errors; summary: string[] };
const NONE: Failure = { errors: {}, summary: [] };

type Props<Values> = {
  /** Sends the values, keyed by the names of the fields. What it throws is shown at its fields or above the form. */
  onSubmit: (values: Values) => Promise<unknown>;
  /** `forget` takes back what was said about errors, for a form that is put back to what it was. */
  children: (state: { pending: boolean; forget: () => void }) => ReactNode;
  className?: string;
  "aria-label"?: string;
};

/** A form whose errors from the API appear next to their fields; the first of them gets the focus. */
export function Form<Values extends Record<string, unknown>>({
  onSubmit,
  children,
  className,
  ...props
}: Props<Values>) {
  const form = useRef<HTMLFormElement>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure>(NONE);

  async function submit(values: Values) {
    if (pending) return;
    setPending(true);
    try {
      await onSubmit(values);
      setFailure(NONE);
    } catch (error) {
      setFailure(failureOf(error, form.current));
    } finally {
      setPending(false);
    }
  }

  return (
    <BaseForm<Values>
      ref={form}
      errors={failure.errors}
      onFormSubmit={submit}
      onChange={() => failure !== NONE && setFailure(NONE)}
      className={cn("flex flex-col gap-4", className)}
      {...props}
    >
      {failure.summary.length > 0 ? (
        <Callout tone="block" role="alert">
          {failure.summary.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Callout>
      ) : null}
      {children({ pending, forget: () => setFailure(NONE) })}
    </BaseForm>
  );
}

/** Errors of fields that this form has go to them; the rest is said above the form. */
function failureOf(error: unknown, form: HTMLFormElement | null): Failure {
  if (!(error instanceof ApiProblem) || error.fields.length === 0) return { errors: {}, summary: [messageOf(error)] };
  const errors: Errors = {};
  const summary: string[] = [];
  for (const { field, message } of error.fields) {
    const name = [field, field.split(".").at(-1) ?? field].find((candidate) => form?.elements.namedItem(candidate));
    if (name) (errors[name] ??= []).push(message);
    else summary.push(field ? `${field}: ${message}` : message);
  }
  return { errors, summary };
}
