import { listRules } from "@/lib/audit/list-rules";
import type { Ctx } from "@/lib/auth/ctx";
import { RecentDecisions } from "./recent-decisions";
import { RuleFacts } from "./rule-facts";
import { daysWords, rangeOf } from "./rule-hrefs";

/** A rule of the catalogue with the decisions it had a part in. */
export async function OneRule({ ctx, id }: { ctx: Ctx; id: string }) {
  const { days, rules } = await listRules(ctx);
  const rule = rules.find((one) => one.id === id);
  if (!rule) return null;
  const range = rangeOf(days);
  return (
    <>
      <RuleFacts rule={rule} days={days} />
      <RecentDecisions
        ctx={ctx}
        title="Where it decided"
        empty={`It has decided nothing in the ${daysWords(days)}.`}
        query={{ type: "decisions", rule: id, range }}
      />
      <RecentDecisions
        ctx={ctx}
        title="Where it was set aside"
        empty={`Nobody has set it aside in the ${daysWords(days)}.`}
        query={{ type: "decisions", cleared: id, range }}
      />
    </>
  );
}
