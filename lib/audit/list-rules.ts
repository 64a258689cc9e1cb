import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { CATALOGUE_THEMES, isEmbedded } from "@/lib/decision/catalogue-themes";
import { RULE_NAMES } from "@/lib/decision/rule-names";
import { AppError } from "@/lib/http/errors";
import { type RuleCount, ruleCounts } from "./rule-counts";

const count = z.int().nonnegative();
const Counts = z.object({
  rule: z.string(),
  blocks: count,
  fallbacks: count,
  asks: count,
  byUser: count.describe("Set aside by the user's own words"),
  byOrganization: count.describe("Set aside by an allow rule of the organization"),
  byLlm: count.describe("Set aside by the LLM classifier"),
});

const RuleRow = z.object({
  id: z.string(),
  name: z.string(),
  theme: z.object({ id: z.string(), name: z.string() }),
  strength: z.enum(["hard", "soft"]),
  judgedBy: z
    .enum(["both", "llm"])
    .describe("`llm`: no effect shows it, so the embedded classifier does not look for it"),
  mustName: z.string(),
  explanation: z.string(),
  counts: Counts,
});
export type RuleRow = z.output<typeof RuleRow>;

export const RuleList = z.object({
  /** Whole days back from now that were counted. */
  days: z.int(),
  rules: z.array(RuleRow),
  /** Rules that decisions name and we do not have, the most frequent: those of Claude Code's own classifier, and of older versions. */
  others: z.array(Counts),
});
export type RuleList = z.output<typeof RuleList>;

const NONE = { blocks: 0, fallbacks: 0, asks: 0, byUser: 0, byOrganization: 0, byLlm: 0 };

/** Where a month of decisions is too much to be counted while somebody waits, fewer days are. */
const DAYS = [30, 7, 1] as const;

/** Every rule of both classifiers, with how often it fired and how often it was set aside. */
export async function listRules(ctx: Ctx): Promise<RuleList> {
  const { days, counts } = await countsOf(ctx);
  const byRule = new Map(counts.map((one) => [one.rule, one]));
  const rules = CATALOGUE_THEMES.flatMap((theme) =>
    theme.rules.map(({ id, name, strength, mustName, explanation }): RuleRow => ({
      id,
      name,
      theme: { id: theme.id, name: theme.name },
      strength,
      judgedBy: isEmbedded(id) ? "both" : "llm",
      mustName,
      explanation,
      counts: byRule.get(id) ?? { rule: id, ...NONE },
    })),
  );
  const others = counts.filter(({ rule }) => isRuleId(rule) && !RULE_NAMES.has(rule));
  return { days, rules, others: others.toSorted((a, b) => firedOf(b) - firedOf(a)).slice(0, MOST_OTHERS) };
}

/** Clients report them, and one could make up a new name each time. */
const MOST_OTHERS = 50;
const firedOf = ({ blocks, fallbacks, asks }: RuleCount): number => blocks + fallbacks + asks;

/** A block by a permission rule that became a fallback has that rule's text in this place. */
const isRuleId = (text: string): boolean => /^[a-z\d]+(-[a-z\d]+)*$/.test(text);

async function countsOf(ctx: Ctx): Promise<{ days: number; counts: RuleCount[] }> {
  for (const days of DAYS) {
    const counts = await ruleCounts(ctx, days).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "search_too_broad" && days !== DAYS.at(-1)) return null;
      throw error;
    });
    if (counts !== null) return { days, counts };
  }
  throw new Error("unreachable: the last try answers or throws");
}
