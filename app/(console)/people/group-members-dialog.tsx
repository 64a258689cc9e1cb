"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { api, messageOf } from "@/components/api";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions, DialogClose } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { plural } from "@/components/ui/plural";
import { toast } from "@/components/ui/toast";

type Person = { id: string; name: string; email: string };
const SEARCH_DELAY_MS = 200;
const SHOWN = 100;

/** Chooses who is in a group. The choice holds while the list below is searched. */
export function GroupMembersDialog({ id, name }: { id: string; name: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef("");

  const fail = (error: unknown) => setFailure(messageOf(error));

  async function find(text: string) {
    latest.current = text;
    const found = await api<{ items: Person[] }>("GET", `/members?limit=${SHOWN}&search=${encodeURIComponent(text)}`);
    if (latest.current === text) setPeople(found.items);
  }

  function change(next: boolean) {
    setOpen(next);
    if (!next) return;
    setFailure(null);
    setChosen(null);
    api<{ memberIds: string[] }>("GET", `/groups/${id}/members`)
      .then(({ memberIds }) => setChosen(new Set(memberIds)))
      .catch(fail);
    find("").catch(fail);
  }

  function toggle(memberId: string, isIn: boolean) {
    const next = new Set(chosen);
    if (isIn) next.add(memberId);
    else next.delete(memberId);
    setChosen(next);
  }

  async function save() {
    setPending(true);
    setFailure(null);
    try {
      await api("PUT", `/groups/${id}/members`, { memberIds: [...(chosen ?? [])] });
      setOpen(false);
      toast.done(`${name} has ${chosen?.size ?? 0} members.`);
      router.refresh();
    } catch (error) {
      fail(error);
    } finally {
      setPending(false);
    }
  }

  const trigger = (
    <Button size="sm" variant="ghost" aria-label={`Edit members of ${name}`}>
      Members
    </Button>
  );
  return (
    <Dialog size="sm" open={open} onOpenChange={change} trigger={trigger} title={`Members of ${name}`}>
      {failure ? (
        <Callout tone="block" role="alert">
          {failure}
        </Callout>
      ) : null}
      <Input
        type="search"
        aria-label="Search members"
        placeholder="Search members"
        onChange={(event) => {
          const text = event.currentTarget.value;
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void find(text).catch(fail), SEARCH_DELAY_MS);
        }}
      />
      <div className="flex max-h-80 flex-col gap-2.5 overflow-y-auto py-1" aria-busy={chosen === null}>
        {people.map((person) => (
          <Checkbox
            key={person.id}
            disabled={chosen === null}
            checked={chosen?.has(person.id) ?? false}
            onChange={(isIn) => toggle(person.id, isIn)}
            label={
              <span>
                {person.name} <span className="text-muted">{person.email}</span>
              </span>
            }
          />
        ))}
        {people.length === SHOWN ? <p className="text-xs text-muted">The first {SHOWN}. Search for more.</p> : null}
      </div>
      <DialogActions>
        <DialogClose />
        <Button variant="primary" pending={pending} disabled={chosen === null} onClick={() => void save()}>
          Save {plural(chosen?.size ?? 0, "member")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
