"use client";

import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { NewPasswordField } from "../new-password-field";
import { signInWith } from "../sign-in-with";

type Values = { organizationName: string; name: string; email: string; password: string };

export function SetupForm({ token }: { token: string }) {
  async function submit(values: Values) {
    await api("POST", "/setup", { ...values, token });
    await signInWith(values.email, values.password, "/");
  }
  return (
    <Form<Values> aria-label="Set up Gatehouse" onSubmit={submit}>
      {({ pending }) => (
        <>
          <Field name="organizationName" label="Organization">
            <Input autoComplete="organization" maxLength={120} autoFocus required />
          </Field>
          <Field name="name" label="Your name">
            <Input autoComplete="name" maxLength={120} required />
          </Field>
          <Field name="email" label="Your e-mail" description="You sign in with it.">
            <Input type="email" autoComplete="username" required />
          </Field>
          <NewPasswordField />
          <Button type="submit" variant="primary" pending={pending}>
            Create organization
          </Button>
        </>
      )}
    </Form>
  );
}
