import { daysWords } from "./rule-hrefs";

/** What the counts are of, so that nobody reads more into them. */
export const CountNotes = ({ days }: { days: number }) => (
  <details className="text-sm text-muted">
    <summary className="w-fit cursor-pointer">
      What is counted: decisions of the {daysWords(days)} that name the rule, of every classifier and enforcement
    </summary>
    <dl className="mt-2 grid max-w-prose gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
      <dt className="font-medium text-ink">Blocked</dt>
      <dd>The rule decided, and the action was refused; where a group only observes, it would have been.</dd>
      <dt className="font-medium text-ink">Fallbacks</dt>
      <dd>The rule blocked, but the session had reached its limit of blocks, so a person was asked.</dd>
      <dt className="font-medium text-ink">Asked</dt>
      <dd>The rule decided that only a person can tell.</dd>
      <dt className="font-medium text-ink">Set aside</dt>
      <dd>
        The rule matched and did not decide: the user had asked for exactly this, an allow rule of the organization
        covered it, or the LLM classifier overruled it. The tier of such a decision tells which.
      </dd>
    </dl>
    <p className="mt-2 max-w-prose">
      What a person answered when asked stays with the client, so approved fallbacks are not known and not counted as
      set aside.
    </p>
  </details>
);
