"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { strengthOf } from "./password-strength";

type Props = { label?: string; personal?: readonly string[] };

/** A new password, with how strong it is while it is typed. */
export function NewPasswordField({ label = "Password", personal }: Props) {
  const [password, setPassword] = useState("");
  const { level, advice } = strengthOf(password, personal);
  return (
    <Field
      name="password"
      label={label}
      hint={
        <div className="flex items-center gap-3 text-xs text-muted">
          <meter
            aria-label="Password strength"
            className="h-1.5 w-24 shrink-0"
            min={0}
            max={4}
            low={2}
            high={3}
            optimum={4}
            value={level}
          />
          <span aria-live="polite">{advice}</span>
        </div>
      }
    >
      <Input
        type="password"
        autoComplete="new-password"
        minLength={12}
        maxLength={200}
        required
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </Field>
  );
}
