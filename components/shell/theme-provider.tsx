"use client";

import { ThemeProvider as NextThemes } from "next-themes";
import type { ReactNode } from "react";

export const ThemeProvider = ({ children }: { children: ReactNode }) => (
  <NextThemes attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
    {children}
  </NextThemes>
);
