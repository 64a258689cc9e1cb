"use client";

import { Card } from "@/components/ui/card";
import type { TokenPrices } from "@/lib/policy/classifier-policy";
import { ClassifierField } from "./classifier-field";
import type { ClassifierPart } from "./classifier-model";
import { FindingsList } from "./findings-list";

const PRICES: readonly (readonly [field: keyof TokenPrices, label: string])[] = [
  ["input", "Input"],
  ["output", "Output"],
  ["cacheRead", "Read from the cache"],
  ["cacheWrite", "Written to the cache"],
];

/** What asking may cost. */
export function ClassifierLimits({ values, findings, disabled, set }: ClassifierPart) {
  const priceFindings = findings.filter(({ path }) => path === "/classifier/llm/prices");
  return (
    <Card
      id="classifier-limits"
      title="Limits and prices"
      description="A day begins at 00:00 UTC. When a limit is used up, Claude counts as unavailable until the next."
    >
      <div className="flex flex-col gap-5">
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <ClassifierField
            name="dailyTokenLimit"
            label="Tokens a day"
            description="All that Claude reads and writes, cached ones too."
            placeholder="No limit"
            findings={findings}
            disabled={disabled}
            value={values.dailyTokenLimit}
            onChange={(dailyTokenLimit) => set({ dailyTokenLimit })}
          />
          <ClassifierField
            name="dailySpendLimitUsd"
            label="Spend a day (USD)"
            description="Reckoned with the prices below."
            placeholder="No limit"
            findings={findings}
            disabled={disabled}
            value={values.dailySpendLimitUsd}
            onChange={(dailySpendLimitUsd) => set({ dailySpendLimitUsd })}
          />
        </div>
        <fieldset className="min-w-0">
          <legend className="text-sm font-medium">Prices (USD for a million tokens)</legend>
          <p className="mb-3 max-w-prose text-xs text-muted">
            As your contract has them. Without prices, tokens are counted and the cost of decisions is not shown.
          </p>
          <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {PRICES.map(([field, label]) => (
              <ClassifierField
                key={field}
                name={`prices.${field}`}
                label={label}
                findings={[]}
                disabled={disabled}
                value={values[field]}
                onChange={(price) => set({ [field]: price })}
              />
            ))}
          </div>
          {priceFindings.length > 0 ? (
            <div className="mt-3">
              <FindingsList label="About prices" findings={priceFindings} />
            </div>
          ) : null}
        </fieldset>
      </div>
    </Card>
  );
}
