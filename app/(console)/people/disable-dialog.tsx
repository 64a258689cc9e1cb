"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { plural } from "@/components/ui/plural";

type Props = {
  name: string;
  /** Names of the API tokens they made that still work. */
  tokens: readonly string[];
  onConfirm: (given: { keepTokens: boolean }) => Promise<unknown>;
};

export function DisableDialog({ name, tokens, onConfirm }: Props) {
  const [revokeTokens, setRevokeTokens] = useState(true);
  return (
    <ConfirmDialog
      danger
      title={`Disable ${name}?`}
      confirmLabel="Disable"
      onConfirm={() => onConfirm({ keepTokens: !revokeTokens })}
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Disable ${name}`}>
          Disable
        </Button>
      }
    >
      <p>They are signed out here at once, and every client of theirs loses its sign-in.</p>
      {tokens.length > 0 ? (
        <>
          <p>
            They made {plural(tokens.length, "API token")} that still {tokens.length === 1 ? "works" : "work"}, and may
            know {tokens.length === 1 ? "its secret" : "their secrets"}:{" "}
            <span className="font-medium text-ink">{tokens.join(", ")}</span>.
          </p>
          <Checkbox
            checked={revokeTokens}
            onChange={setRevokeTokens}
            label={`Revoke ${tokens.length === 1 ? "it" : "them"} too`}
          />
        </>
      ) : null}
      <p>
        You can enable them again; their clients then have to sign in anew
        {tokens.length > 0 ? ", and what was revoked stays revoked" : ""}.
      </p>
    </ConfirmDialog>
  );
}
