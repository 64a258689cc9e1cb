import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { plural } from "@/components/ui/plural";
import { listRules } from "@/lib/audit/list-rules";
import type { Ctx } from "@/lib/auth/ctx";
import { CountNotes } from "./count-notes";
import { OtherRules } from "./other-rules";
import { type RuleQuery, selectRules } from "./rule-query";
import { RuleTable } from "./rule-table";
import { ThemeList } from "./theme-list";

/** The rules that were asked for, and how often each had a part in decisions. */
export async function Catalogue({ ctx, query }: { ctx: Ctx; query: RuleQuery }) {
  const { days, rules, others } = await listRules(ctx);
  const sections = selectRules(rules, query);
  const shown = sections.reduce((sum, section) => sum + section.rules.length, 0);
  return (
    <>
      <div className="flex flex-col gap-1">
        <p role="status" className="text-sm">
          {shown === rules.length ? plural(shown, "rule") : `${shown} of ${plural(rules.length, "rule")}`}
        </p>
        <CountNotes days={days} />
      </div>
      {sections.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title="No rule like this"
          action={<ButtonLink href="/classifier">Show all rules</ButtonLink>}
        >
          Words are looked for in names, explanations and what a user must name.
        </EmptyState>
      ) : null}
      <div className={cn("grid gap-5", sections.length > 1 && "xl:grid-cols-[minmax(0,1fr)_11rem]")}>
        <div className="flex min-w-0 flex-col gap-5">
          {sections.map((section) => (
            <RuleTable key={section.theme?.id ?? "all"} section={section} days={days} />
          ))}
        </div>
        {sections.length > 1 ? <ThemeList sections={sections} /> : null}
      </div>
      {shown === rules.length ? <OtherRules others={others} days={days} /> : null}
    </>
  );
}
