import Link from "next/link";
import { tierWords } from "@/components/audit/tier-words";
import { ENFORCEMENT_WORDS } from "@/components/policy/words";
import { OutcomeBadge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import type { TriedUnder } from "@/lib/change/try-schemas";
import { ruleHref } from "./rule-hrefs";
import type { RuleLabels } from "./rule-labels";
import { StrengthBadge } from "./strength-badge";
import { ANSWER_WORDS, fateOf } from "./tried-words";

type Props = { title: string; note?: string; under: TriedUnder; rules: RuleLabels };

/** The verdict under one policy, who made it and why. */
export function TriedVerdict({ title, note, under, rules }: Props) {
  const { judgement, ifOn, rollout, answer, asksLlm } = under;
  return (
    <Card title={title} description={note} actions={<OutcomeBadge outcome={judgement.verdict} />}>
      <div className="flex flex-col gap-4">
        <p className="wrap-anywhere">{judgement.reason}</p>
        {ifOn ? (
          <Callout title="If auto mode were on for them">
            <span className="mt-1 flex flex-wrap items-center gap-2">
              <OutcomeBadge outcome={ifOn.verdict} />
              {ifOn.rule === null ? null : <RuleLink id={ifOn.rule} rules={rules} />}
              <span className="text-muted">{tierWords(ifOn.tier)}</span>
            </span>
            <p className="mt-1">{ifOn.reason}</p>
          </Callout>
        ) : null}
        <Facts
          items={[
            ["Decided by", tierWords(judgement.tier)],
            ["Rule", judgement.rule === null ? null : <RuleLink key="rule" id={judgement.rule} rules={rules} />],
            ["Rollout", `${rollout.label}: auto mode ${rollout.autoMode ? "on" : "off"}`],
            ["Enforcement", ENFORCEMENT_WORDS[rollout.enforcement].label],
            ["Clients are told", ANSWER_WORDS[answer]],
            ["LLM classifier", asksLlm ? "Would be asked before this is final, if it is set up" : null],
          ]}
        />
        {under.matches.length > 0 ? (
          <div className="flex flex-col gap-2">
            <h3 className="text-sm font-semibold">Rules that match</h3>
            <ul className="flex flex-col gap-2">
              {under.matches.map((match) => (
                <li key={match.rule} className="text-sm">
                  <span className="flex flex-wrap items-center gap-2">
                    <RuleLink id={match.rule} rules={rules} />
                    <StrengthBadge strength={rules[match.rule]?.strength ?? "hard"} />
                    <span className="text-xs text-muted">{fateOf(match, under)}</span>
                  </span>
                  <span className="block text-xs text-muted wrap-anywhere">{match.reason}</span>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <p className="text-sm text-muted">No rule matches.</p>
        )}
      </div>
    </Card>
  );
}

/** The organization's own permission rules have no page here; they show their text. */
function RuleLink({ id, rules }: { id: string; rules: RuleLabels }) {
  const known = rules[id];
  if (!known) return <span className="font-mono text-xs">{id}</span>;
  return (
    <Link href={ruleHref(id)} className="font-medium underline underline-offset-2 hover:text-accent">
      {known.name}
    </Link>
  );
}
