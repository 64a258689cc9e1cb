"use client";

import { useRouter, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { Tabs } from "@/components/ui/tabs";

type Tab = "members" | "groups";
type Props = { members: ReactNode; groups: ReactNode; groupCount: number };

export function PeopleTabs({ members, groups, groupCount }: Props) {
  const router = useRouter();
  const tab: Tab = useSearchParams().get("tab") === "groups" ? "groups" : "members";
  return (
    <Tabs<Tab>
      label="People"
      value={tab}
      onChange={(next) => router.replace(next === "groups" ? "/people?tab=groups" : "/people", { scroll: false })}
      items={[
        { value: "members", label: "Members", content: members },
        { value: "groups", label: "Groups", count: groupCount, content: groups },
      ]}
    />
  );
}
