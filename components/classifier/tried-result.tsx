import { EvidenceText } from "@/components/audit/evidence-text";
import { Card } from "@/components/ui/card";
import { actionTexts } from "@/lib/audit/action-texts";
import type { EvidenceItem } from "@/lib/audit/schemas";
import type { Tried, TriedUnder } from "@/lib/change/try-schemas";
import type { RuleLabels } from "./rule-labels";
import { TriedEffects } from "./tried-effects";
import { TriedOpaque } from "./tried-opaque";
import { TriedVerdict } from "./tried-verdict";

type Props = { tried: Tried; tool: string; input: Record<string, unknown>; rules: RuleLabels };

/** What would be decided, and everything that was seen in the action. */
export function TriedResult({ tried, tool, input, rules }: Props) {
  const { draft, published, draftHasChanges } = tried;
  const texts = actionTexts({ action: { input: input as never }, evidence: evidenceOf(tried) });
  const asOne = published !== null && !draftHasChanges;
  const found = (
    <Card id="tried-action" title="What was found in it" description={`In the input of ${tool}.`}>
      <div className="flex flex-col gap-4">
        {texts.map((text) => (
          <EvidenceText key={text.field} {...text} />
        ))}
        <TriedOpaque opaque={draft.opaque} />
      </div>
    </Card>
  );
  return (
    <>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {asOne ? null : <TriedVerdict title="Draft" under={draft} rules={rules} />}
        {published ? (
          <TriedVerdict
            title={`Published, revision ${published.revision}`}
            note={asOne ? "The draft says the same." : undefined}
            under={published}
            rules={rules}
          />
        ) : (
          <Card title="Published">
            <p className="text-sm text-muted">Nothing is published yet: clients get no policy, and no opinion.</p>
          </Card>
        )}
        {asOne ? found : null}
      </div>
      {asOne ? null : found}
      <TriedEffects tried={tried} />
    </>
  );
}

const saysSomething = ({ start, end, note }: EvidenceItem) => end > start && note !== "";

const evidenceUnder = ({ judgement, ifOn, matches, opaque }: TriedUnder): EvidenceItem[] => [
  ...(ifOn ?? judgement).evidence,
  ...matches.map(({ evidence }) => evidence),
  ...opaque.map(({ evidence, reason }) => ({ ...evidence, note: evidence.note || reason })),
];

/** Each place once, of both policies. */
function evidenceOf({ draft, published }: Tried): EvidenceItem[] {
  const all = [...evidenceUnder(draft), ...(published ? evidenceUnder(published) : [])].filter(saysSomething);
  const keyed = new Map(all.map((item) => [`${item.field} ${item.start} ${item.end} ${item.note}`, item]));
  return [...keyed.values()].sort((one, other) => one.start - other.start);
}
