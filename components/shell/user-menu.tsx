"use client";

import { ChevronsUpDown, Keyboard, LockKeyhole, LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useTheme } from "next-themes";
import { Menu, MenuItem, MenuRadioGroup, MenuSeparator } from "@/components/ui/menu";
import { openShortcuts } from "./shell-events";

const THEMES = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

type Props = { name: string; email: string; role: string };

export function UserMenu({ name, email, role }: Props) {
  const router = useRouter();
  const { theme = "system", setTheme } = useTheme();
  const trigger = (
    <button
      type="button"
      aria-label={`Account of ${name}`}
      className="flex w-full min-w-0 cursor-pointer items-center gap-2 rounded-md p-1.5 text-left hover:bg-sunken"
    >
      <span
        aria-hidden
        className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
      >
        {initialsOf(name)}
      </span>
      <span className="min-w-0 flex-1 max-lg:hidden">
        <span className="block truncate text-sm font-medium">{name}</span>
        <span className="block truncate text-xs text-muted capitalize">{role}</span>
      </span>
      <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted max-lg:hidden" />
    </button>
  );
  return (
    <Menu trigger={trigger}>
      <p className="max-w-56 truncate px-2 pt-1.5 pb-1 text-xs text-muted">{email}</p>
      <MenuSeparator />
      <MenuRadioGroup
        label="Theme"
        value={theme as (typeof THEMES)[number]["value"]}
        onChange={setTheme}
        options={THEMES}
      />
      <MenuSeparator />
      <MenuItem icon={<Keyboard />} onSelect={openShortcuts}>
        Keyboard shortcuts
      </MenuItem>
      <MenuItem icon={<LockKeyhole />} onSelect={() => router.push("/account")}>
        Change password
      </MenuItem>
      <MenuItem icon={<LogOut />} onSelect={() => void signOut({ callbackUrl: "/signin" })}>
        Sign out
      </MenuItem>
    </Menu>
  );
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase())
    .join("");
