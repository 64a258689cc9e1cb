"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import type { Destination } from "./nav";
import { onOpenPalette } from "./shell-events";
import { useDeveloperSearch } from "./use-developer-search";

const ACTIONS: readonly Destination[] = [
  { href: "/policy/preview", label: "Preview the managed settings document", permission: "policy:read", keys: "" },
  { href: "/policy/publish", label: "Review and publish the draft", permission: "policy:write", keys: "" },
  { href: "/classifier/try", label: "Try an action on the classifier", permission: "policy:read", keys: "" },
];

type Props = { destinations: readonly Destination[]; mayFindDevelopers: boolean };

/** Ctrl-K: go to a page, an action or a developer. */
export function CommandPalette({ destinations, mayFindDevelopers }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const developers = useDeveloperSearch(mayFindDevelopers && open ? text : "");

  useEffect(() => onOpenPalette(() => setOpen(true)), []);

  function go(href: Route) {
    setOpen(false);
    setText("");
    router.push(href);
  }

  const permitted = destinations.some(({ href }) => href === "/policy") ? ACTIONS : [];
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup className="fixed top-[12vh] left-1/2 z-50 w-[min(36rem,calc(100vw-1.5rem))] -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-raised text-ink shadow-dialog outline-none">
          <Base.Title className="sr-only">Command palette</Base.Title>
          <Command label="Go to" loop>
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden className="size-4 text-muted" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder={mayFindDevelopers ? "Go to a page or a developer…" : "Go to a page…"}
                className="h-12 w-full bg-transparent text-sm outline-none placeholder:text-muted"
              />
            </div>
            <Command.List className="max-h-80 overflow-y-auto p-2">
              <Command.Empty className="px-2 py-6 text-center text-muted">Nothing found.</Command.Empty>
              <Group heading="Pages">
                {[...destinations, ...permitted].map(({ href, label, keys }) => (
                  <Item key={href} value={label} keys={keys} onSelect={() => go(href)} />
                ))}
              </Group>
              {developers.length > 0 ? (
                <Group heading="Developers">
                  {developers.map(({ id, name, email }) => (
                    <Item
                      key={id}
                      value={`${name} ${email}`}
                      hint={email}
                      onSelect={() => go(`/developers/${id}` as Route)}
                    >
                      {name}
                    </Item>
                  ))}
                </Group>
              ) : null}
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

const Group = ({ heading, children }: { heading: string; children: React.ReactNode }) => (
  <Command.Group
    heading={heading}
    className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
  >
    {children}
  </Command.Group>
);

type ItemProps = { value: string; keys?: string; hint?: string; onSelect: () => void; children?: React.ReactNode };

const Item = ({ value, keys, hint, onSelect, children }: ItemProps) => (
  <Command.Item value={value} onSelect={onSelect} className="menu-item grid-cols-[1fr_auto]">
    <span className="min-w-0 truncate">
      {children ?? value}
      {hint ? <span className="ml-2 text-xs text-muted">{hint}</span> : null}
    </span>
    {keys ? (
      <span className="flex gap-1">
        {keys.split(" ").map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    ) : null}
  </Command.Item>
);
