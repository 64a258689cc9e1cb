import type { ReactNode } from "react";
import type { Destination } from "./nav";
import { CommandPalette } from "./command-palette";
import { Keyboard } from "./keyboard";
import { Logo } from "./logo";
import { MobileNav } from "./mobile-nav";
import { NavLinks } from "./nav-links";
import { PaletteButton } from "./palette-button";
import { UserMenu } from "./user-menu";

type Props = {
  destinations: readonly Destination[];
  mayFindDevelopers: boolean;
  member: { name: string; email: string; role: string };
  /** Said above every page. */
  banner: ReactNode;
  children: ReactNode;
};

/** Frame of the console: navigation at the left, or in a drawer on a narrow screen. */
export function Shell({ destinations, mayFindDevelopers, member, banner, children }: Props) {
  return (
    <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-raised px-3 py-2 font-medium shadow-popup focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to content
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-4 border-r border-line bg-surface p-3 lg:flex">
        <div className="flex h-9 items-center px-2">
          <Logo />
        </div>
        <PaletteButton />
        <div className="flex-1 overflow-y-auto">
          <NavLinks destinations={destinations} />
        </div>
        <UserMenu {...member} />
      </aside>
      <header className="sticky top-0 z-30 flex h-13 items-center gap-1 border-b border-line bg-surface px-2 lg:hidden">
        <MobileNav destinations={destinations} />
        <div className="flex-1 px-1">
          <Logo />
        </div>
        <PaletteButton compact />
        <div>
          <UserMenu {...member} />
        </div>
      </header>
      <div className="min-w-0">
        {banner}
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto flex max-w-6xl flex-col gap-5 px-4 py-5 outline-none sm:px-6 lg:py-7"
        >
          {children}
        </main>
      </div>
      <CommandPalette destinations={destinations} mayFindDevelopers={mayFindDevelopers} />
      <Keyboard destinations={destinations} />
    </div>
  );
}
