"use client";

import { useState } from "react";
import { NewPasswordField } from "@/app/(public)/new-password-field";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";

type Values = { currentPassword: string; password: string };

export function ChangePasswordForm({ email }: { email: string }) {
  const [changes, setChanges] = useState(0);

  async function change(values: Values) {
    await api("POST", "/account/password", values);
    toast.done("Your password is changed. Other browsers are signed out.");
    setChanges(changes + 1);
  }

  return (
    // A new form after each change, with empty fields.
    <Form<Values> key={changes} aria-label="Change password" onSubmit={change} className="max-w-sm">
      {({ pending }) => (
        <>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <Field name="currentPassword" label="Current password">
            <Input type="password" autoComplete="current-password" maxLength={1000} required />
          </Field>
          <NewPasswordField label="New password" personal={[email]} />
          <div>
            <Button type="submit" variant="primary" pending={pending}>
              Change password
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
