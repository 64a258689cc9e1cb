"use client";

import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { NewPasswordField } from "../new-password-field";
import { signInWith } from "../sign-in-with";

type Values = { name: string; password: string };

export function InviteForm({ token, name, email }: { token: string; name: string; email: string }) {
  async function submit(values: Values) {
    await api("POST", "/invitations", { ...values, token });
    await signInWith(email, values.password, "/");
  }
  return (
    <Form<Values> aria-label="Accept the invitation" onSubmit={submit}>
      {({ pending }) => (
        <>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <Field name="name" label="Your name">
            <Input autoComplete="name" defaultValue={name} maxLength={120} required />
          </Field>
          <NewPasswordField personal={[email]} />
          <Button type="submit" variant="primary" pending={pending}>
            Join
          </Button>
        </>
      )}
    </Form>
  );
}
