"use client";

import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { NewPasswordField } from "../new-password-field";
import { signInWith } from "../sign-in-with";

type Values = { password: string };

export function ResetForm({ token, email }: { token: string; email: string }) {
  async function submit({ password }: Values) {
    await api("POST", "/password-resets", { token, password });
    await signInWith(email, password, "/");
  }
  return (
    <Form<Values> aria-label="Set a new password" onSubmit={submit}>
      {({ pending }) => (
        <>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <NewPasswordField label="New password" personal={[email]} />
          <Button type="submit" variant="primary" pending={pending}>
            Set password
          </Button>
        </>
      )}
    </Form>
  );
}
