import { describe, expect, test } from "vitest";
import type { RuleRow } from "@/lib/audit/list-rules";
import { RuleQuery, selectRules } from "./rule-query";

const NONE = { blocks: 0, fallbacks: 0, asks: 0, byUser: 0, byOrganization: 0, byLlm: 0 };

const rule = (id: string, theme: string, strength: "hard" | "soft", counts: Partial<RuleRow["counts"]> = {}): RuleRow => ({
  id,
  name: id.toUpperCase(),
  theme: { id: theme, name: `Theme ${theme}` },
  strength,
  judgedBy: "both",
  mustName: `the ${id} target`,
  explanation: "Guards something.",
  counts: { rule: id, ...NONE, ...counts },
}); // prettier-ignore

const RULES = [
  rule("push", "git", "soft", { blocks: 1, byUser: 4 }),
  rule("leak", "data", "hard", { blocks: 2, asks: 3 }),
  rule("merge", "git", "soft"),
];
const idsOf = (query: object) =>
  selectRules(RULES, RuleQuery.parse(query)).map(({ theme, rules }) => [
    theme?.name ?? null,
    ...rules.map(({ id }) => id),
  ]);

describe("selectRules", () => {
  test("all rules stand under their theme, in the catalogue's order", () => {
    expect(idsOf({})).toEqual([
      ["Theme git", "push", "merge"],
      ["Theme data", "leak"],
    ]);
  });

  test("by theme, strength and every word of a search, in whatever a reader sees", () => {
    expect(idsOf({ theme: "git", q: "TARGET merge" })).toEqual([["Theme git", "merge"]]);
    expect(idsOf({ strength: "hard" })).toEqual([["Theme data", "leak"]]);
    expect(idsOf({ q: "nothing like it" })).toEqual([]);
  });

  test("most fired, or most set aside, first", () => {
    expect(idsOf({ sort: "fired" })).toEqual([[null, "leak", "push", "merge"]]);
    expect(idsOf({ sort: "set-aside" })).toEqual([[null, "push", "leak", "merge"]]);
  });

  test("an address that cannot be read shows everything", () => {
    expect(RuleQuery.parse({ sort: "best", strength: "weak", q: ["a"] })).toEqual(RuleQuery.parse({}));
  });
});
