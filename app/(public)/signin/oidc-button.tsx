"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

export function OidcButton({ name, next }: { name: string; next: string }) {
  const [pending, setPending] = useState(false);
  async function start() {
    setPending(true);
    await signIn("oidc", { callbackUrl: next });
  }
  return (
    <Button className="w-full" pending={pending} onClick={() => void start()}>
      Continue with {name}
    </Button>
  );
}
