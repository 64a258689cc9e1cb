import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";

/** Pages for people who are not in the console: one card in the middle. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-5 px-4 py-10">
      <Logo />
      {children}
    </main>
  );
}
