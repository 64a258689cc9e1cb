/** How a decision ended, as people speak of it: a fallback is a block that became a question. */
export const OUTCOMES = ["block", "fallback", "ask", "allow", "none"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const outcomeOf = (decision: { verdict: Exclude<Outcome, "fallback">; fallback: boolean }): Outcome =>
  decision.fallback ? "fallback" : decision.verdict;
