"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, startTransition, use, useEffect, useRef } from "react";
import { ApiProblem } from "@/components/api";
import { toast } from "@/components/ui/toast";
import { type DraftChange, sendDraftChange } from "./draft-changes";

type Draft = {
  /**
   * Makes one change of the draft and shows the page anew. Changes go out one after the other, each naming the version
   * it builds on. @throws ApiProblem 409 when somebody else edited meanwhile; their version is shown then
   */
  edit: (change: DraftChange) => Promise<void>;
};

const DraftContext = createContext<Draft | null>(null);

type Props = {
  /** Null while no draft is open. */
  draftId: string | null;
  /** Of the draft that this page shows; 0 while none is open. */
  version: number;
  children: ReactNode;
};

export function DraftProvider({ draftId, version, children }: Props) {
  const router = useRouter();
  const known = useRef({ draftId, version });
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  // A page that was under way when an edit was answered may still show the version before it.
  useEffect(() => {
    const isNewer = draftId !== known.current.draftId || version > known.current.version;
    if (isNewer) known.current = { draftId, version };
  }, [draftId, version]);

  async function send(change: DraftChange) {
    try {
      known.current.version = await sendDraftChange(change, known.current.version);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 409) startTransition(() => router.refresh());
      throw error;
    }
    startTransition(() => router.refresh());
  }

  function edit(change: DraftChange) {
    toast.forgetUndo();
    const sent = queue.current.then(() => send(change));
    queue.current = sent.catch(() => undefined);
    return sent;
  }

  return <DraftContext value={{ edit }}>{children}</DraftContext>;
}

export function useDraft(): Draft {
  const draft = use(DraftContext);
  if (!draft) throw new Error("useDraft outside DraftProvider");
  return draft;
}
