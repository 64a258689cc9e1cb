import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StackedCell, StackedRow, StackedTable } from "@/components/ui/stacked-table";
import { Th } from "@/components/ui/table";
import type { Tried } from "@/lib/change/try-schemas";
import { type ComparedEffect, compareEffects } from "./compare-effects";
import { kindWords } from "./say-effect";

/** Typed effects, which is all that rules look at. */
export function TriedEffects({ tried }: { tried: Tried }) {
  const effects = compareEffects(tried);
  const { effectCount, opaque } = tried.draft;
  return (
    <Card
      id="tried-effects"
      title="What it would do"
      description={
        effectCount > effects.length ? `The first ${effects.length} of ${effectCount} effects.` : "Rules judge these, never the text."
      }
    >
      {effects.length === 0 ? (
        <EmptyState title="No effect that a rule could be about">
          {opaque.length === 0
            ? "It reads, changes, sends and runs nothing that matters to a rule."
            : "What could be read of it does nothing that matters to a rule; the rest is for a person."}
        </EmptyState>
      ) : (
        <StackedTable
          label="Effects"
          head={
            <>
              <Th>Effect</Th>
              <Th>Target</Th>
              <Th>Facts</Th>
            </>
          }
        >
          {effects.map(({ key, ...compared }) => (
            <Line key={key} {...compared} />
          ))}
        </StackedTable>
      )}
    </Card>
  );
} // prettier-ignore

const Line = ({ effect, facts, publishedFacts }: Omit<ComparedEffect, "key">) => (
  <StackedRow className="max-md:grid-cols-1">
    <StackedCell className="whitespace-nowrap">
      <span title={effect.kind}>
        <Badge>{kindWords(effect.kind)}</Badge>
      </span>
    </StackedCell>
    <StackedCell className="font-mono text-xs wrap-anywhere md:min-w-48">
      {effect.target ?? <span className="font-sans text-muted">known only when it runs</span>}
      <span className="mt-0.5 block font-sans text-muted">{effect.evidence.note}</span>
    </StackedCell>
    <StackedCell className="text-xs wrap-anywhere">
      <Facts facts={facts} />
      {publishedFacts.length > 0 ? (
        <div className="mt-1 border-t border-line pt-1">
          <span className="text-muted">as published:</span>
          <Facts facts={publishedFacts} />
        </div>
      ) : null}
    </StackedCell>
  </StackedRow>
);

const Facts = ({ facts }: Pick<ComparedEffect, "facts">) =>
  facts.length === 0 ? (
    <span className="text-muted">none</span>
  ) : (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {facts.map(({ label, words, code }) => (
        <li key={code} title={code}>
          {label ? <span className="text-muted">{label}: </span> : null}
          {words}
        </li>
      ))}
    </ul>
  );
