"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { signInWith } from "../sign-in-with";

type Values = { email: string; password: string };

export function PasswordForm({ next, email }: { next: string; email?: string }) {
  return (
    <Form<Values> aria-label="Sign in" onSubmit={(values) => signInWith(values.email, values.password, next)}>
      {({ pending }) => (
        <>
          <Field name="email" label="E-mail">
            <Input type="email" autoComplete="username" defaultValue={email} autoFocus={!email} required />
          </Field>
          <Field name="password" label="Password">
            <Input type="password" autoComplete="current-password" autoFocus={Boolean(email)} required />
          </Field>
          <Button type="submit" variant="primary" pending={pending}>
            Sign in
          </Button>
        </>
      )}
    </Form>
  );
}
