import { RULE_NAMES } from "@/lib/decision/rule-names";
import { tierWords } from "./tier-words";

/** A rule by the id that filters and exports use; its full name is in the title. Where none decided, the tier. */
export const RuleName = ({ rule, tier }: { rule: string | null; tier: string }) =>
  rule ? (
    <span className="font-mono text-xs" title={RULE_NAMES.get(rule)}>
      {rule}
    </span>
  ) : (
    <span className="text-xs text-muted">{tierWords(tier)}</span>
  );
