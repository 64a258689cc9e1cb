"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog, DialogActions, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { TOKEN_SCOPES, type TokenScope } from "@/lib/auth/permissions";

const SCOPES: Record<TokenScope, string> = {
  "decision:create": "Ask for decisions",
  "policy:read": "Read policy and revisions",
  "audit:read": "Read decisions and the audit trail",
  "member:read": "Read members and groups",
};

const LIFETIMES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
];
const ENDLESS = { value: "never", label: "Never", hint: "Works until someone revokes it" };

type Values = { name: string; lifetime: string };

export function NewTokenDialog({ mayMakeEndless }: { mayMakeEndless: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [scopes, setScopes] = useState<ReadonlySet<TokenScope>>(new Set());
  const [secret, setSecret] = useState<string | null>(null);

  function change(next: boolean) {
    setOpen(next);
    if (!next) return;
    setScopes(new Set());
    setSecret(null);
  }

  function toggle(scope: TokenScope, isIn: boolean) {
    const next = new Set(scopes);
    if (isIn) next.add(scope);
    else next.delete(scope);
    setScopes(next);
  }

  async function create({ name, lifetime }: Values) {
    const expiresInDays = lifetime === "never" ? null : Number(lifetime);
    const made = await api<{ secret: string }>("POST", "/api-tokens", { name, scopes: [...scopes], expiresInDays });
    setSecret(made.secret);
    router.refresh();
  }

  const trigger = <Button>New token</Button>;
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={change}
      trigger={trigger}
      title={secret ? "Token made" : "New API token"}
    >
      {secret ? (
        <>
          <CodeBlock label="API token" copy={secret} wrap>
            {secret}
          </CodeBlock>
          <Callout tone="warn">Copy it now. Gatehouse keeps only its hash and cannot show it again.</Callout>
          <DialogActions>
            <DialogClose>Done</DialogClose>
          </DialogActions>
        </>
      ) : (
        <Form<Values> aria-label="New API token" onSubmit={create}>
          {({ pending }) => (
            <>
              <Field name="name" label="Name" description="What uses it, e.g. “CI of the payments team”.">
                <Input autoComplete="off" maxLength={120} required />
              </Field>
              <fieldset className="flex flex-col gap-2">
                <legend className="mb-1.5 text-sm font-medium">Scopes</legend>
                {TOKEN_SCOPES.map((scope) => (
                  <Checkbox
                    key={scope}
                    checked={scopes.has(scope)}
                    onChange={(isIn) => toggle(scope, isIn)}
                    label={
                      <span>
                        {SCOPES[scope]} <span className="font-mono text-xs text-muted">{scope}</span>
                      </span>
                    }
                  />
                ))}
              </fieldset>
              <Field name="lifetime" label="Expires after">
                <Select defaultValue="90" options={mayMakeEndless ? [...LIFETIMES, ENDLESS] : LIFETIMES} />
              </Field>
              <DialogActions>
                <DialogClose />
                <Button type="submit" variant="primary" pending={pending} disabled={scopes.size === 0}>
                  Make token
                </Button>
              </DialogActions>
            </>
          )}
        </Form>
      )}
    </Dialog>
  );
}
