import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { Tried } from "@/lib/change/try-schemas";
import { type ComparedEffect, compareEffects } from "./compare-effects";

/** Typed effects, which is all that rules look at. */
export function TriedEffects({ tried }: { tried: Tried }) {
  const effects = compareEffects(tried);
  const { effectCount } = tried.draft;
  return (
    <Card
      id="tried-effects"
      title="What it would do"
      description={
        effectCount > effects.length ? `The first ${effects.length} of ${effectCount} effects.` : "Rules judge these, never the text."
      }
    >
      {effects.length === 0 ? (
        <EmptyState title="No effect that a rule could be about" />
      ) : (
        <Table label="Effects" className="max-sm:block">
          <THead className="max-sm:sr-only">
            <Tr>
              <Th>Effect</Th>
              <Th>Target</Th>
              <Th>Facts</Th>
            </Tr>
          </THead>
          <TBody className="max-sm:block">
            {effects.map(({ key, effect, traits, publishedTraits }) => (
              <Tr key={key} className="max-sm:flex max-sm:flex-col max-sm:gap-1.5 max-sm:px-3 max-sm:py-2.5">
                <Td className="whitespace-nowrap max-sm:p-0">
                  <Badge>{effect.kind}</Badge>
                </Td>
                <Td className="font-mono text-xs wrap-anywhere max-sm:p-0">
                  {effect.target ?? <span className="font-sans text-muted">known only when it runs</span>}
                  <span className="mt-0.5 block font-sans text-muted">{effect.evidence.note}</span>
                </Td>
                <Td className="text-xs wrap-anywhere max-sm:p-0">
                  <Traits traits={traits} />
                  {publishedTraits.length > 0 ? (
                    <span className="mt-1 block border-t border-line pt-1">
                      <span className="text-muted">as published: </span>
                      <Traits traits={publishedTraits} />
                    </span>
                  ) : null}
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
    </Card>
  );
} // prettier-ignore

const Traits = ({ traits }: Pick<ComparedEffect, "traits">) =>
  traits.length === 0 ? (
    <span className="text-muted">none</span>
  ) : (
    traits.map(({ name, words }) => (
      <span key={name} className="mr-3 inline-block">
        <span className="text-muted">{name}</span> {words}
      </span>
    ))
  );
