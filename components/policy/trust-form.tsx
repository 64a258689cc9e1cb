"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { TrustEntry, TrustKind } from "@/lib/policy/schemas";
import type { TrustInput } from "./draft-changes";
import { NOBODY, type Owner, ownerIdOf, ownerOptions } from "./owner-options";
import { TrustHint } from "./trust-hint";
import { faultOf, useTrustCheck } from "./use-trust-check";
import { TRUST_WORDS } from "./words";

type Props = {
  kind: TrustKind;
  /** The entry to edit; without one the form adds. */
  entry?: TrustEntry;
  owners: readonly Owner[];
  /** Whoever adds an entry answers for it, unless they choose another. */
  me?: string;
  submitLabel: string;
  onSubmit: (input: TrustInput) => Promise<void>;
};

type Values = { value: string; reason: string; ownerId: string; expiresAt: string };

export function TrustForm({ kind, entry, owners, me, submitLabel, onSubmit }: Props) {
  const [value, setValue] = useState(entry?.value ?? "");
  const check = useTrustCheck(kind, value, entry?.id);
  const words = TRUST_WORDS[kind];

  const submit = (values: Values) =>
    onSubmit({
      kind,
      value: values.value,
      reason: values.reason,
      ownerId: ownerIdOf(values.ownerId),
      expiresAt: values.expiresAt ? endOfDay(values.expiresAt) : null,
    });

  return (
    <Form<Values> onSubmit={submit}>
      {({ pending }) => (
        <>
          <Field
            name="value"
            label={`Trusted ${words.one}`}
            description={words.help}
            error={faultOf(check)}
            hint={<TrustHint check={check} typed={value} />}
          >
            <Input
              value={value}
              onValueChange={setValue}
              placeholder={`e.g. ${words.example}`}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className="font-mono"
            />
          </Field>
          <Field
            name="reason"
            label="Reason"
            description="Why it is trusted. Kept in the revision, and read by whoever reviews it next year."
          >
            <Input defaultValue={entry?.reason ?? ""} maxLength={500} autoComplete="off" />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="ownerId" label="Owner" description="Who answers for it.">
              <Select options={ownerOptions(owners)} defaultValue={(entry ? entry.ownerId : me) ?? NOBODY} />
            </Field>
            <Field
              name="expiresAt"
              label="Expires"
              description="Trusted until the end of this day (UTC). Empty: for good."
            >
              <Input type="date" defaultValue={entry?.expiresAt?.slice(0, 10) ?? ""} />
            </Field>
          </div>
          <DialogActions>
            <DialogClose />
            <Button type="submit" variant="primary" pending={pending}>
              {submitLabel}
            </Button>
          </DialogActions>
        </>
      )}
    </Form>
  );
}

const endOfDay = (date: string): string => `${date}T23:59:59.000Z`;
