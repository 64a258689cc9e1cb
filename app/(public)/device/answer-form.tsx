"use client";

import { useState } from "react";
import { api, messageOf } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

type Answer = "approve" | "deny";
const DONE = {
  approve: "Signed in. You can return to your terminal and close this page.",
  deny: "Denied. The program was told so; you can close this page.",
};

/** Two buttons and no shortcut: a link alone never signs a program in. */
export function AnswerForm({ userCode }: { userCode: string }) {
  const [pending, setPending] = useState<Answer | null>(null);
  const [done, setDone] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function send(answer: Answer) {
    setPending(answer);
    setFailure(null);
    try {
      await api("POST", "/device", { userCode, answer });
      setDone(answer);
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setPending(null);
    }
  }

  if (done)
    return (
      <Callout tone={done === "approve" ? "allow" : "info"} role="status">
        {DONE[done]}
      </Callout>
    );
  return (
    <div className="flex flex-col gap-4">
      {failure ? (
        <Callout tone="block" role="alert">
          {failure}
        </Callout>
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        <Button
          variant="danger"
          pending={pending === "deny"}
          disabled={pending === "approve"}
          onClick={() => void send("deny")}
        >
          Deny
        </Button>
        <Button
          variant="primary"
          pending={pending === "approve"}
          disabled={pending === "deny"}
          onClick={() => void send("approve")}
        >
          Approve
        </Button>
      </div>
    </div>
  );
}
