"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Failure } from "@/components/shell/failure";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Inside the shell, so that the rest of the console stays at hand. */
export default function ConsoleError({ error, reset }: Props) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return <Failure error={error} retry={retry} />;
}
