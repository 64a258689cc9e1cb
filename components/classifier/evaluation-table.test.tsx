import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Evaluation } from "@/lib/evaluation/results";
import { groupSets } from "./evaluation-groups";
import { EvaluationTable } from "./evaluation-table";

const row = (set: string, more = {}) => ({ set, label: "block", n: 100, blocked: 50, asked: 7, ...more });
const shown = (evaluation: Partial<Evaluation>) =>
  renderToStaticMarkup(
    <EvaluationTable evaluation={{ madeAt: "2026-01-31", rulesVersion: "abc", sets: [], outputs: [], ...evaluation }} />,
  ).replaceAll(/<!-- -->|<wbr\/>/g, "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " "); // prettier-ignore

test("what others made and what comes with Gatehouse stand apart, each with what it says", () => {
  const groups = groupSets([row("gatehouse:git"), row("collection"), row("gatehouse:data")]);
  expect(groups.map(({ title, rows }) => [title, ...rows.map(({ set }) => set)])).toEqual([
    ["Public collections", "collection"],
    ["Gatehouse's own cases", "gatehouse:git", "gatehouse:data"],
  ]);
  const text = shown({ sets: [row("gatehouse:git")] });
  expect(text).toContain("regressions, not quality");
  expect(text).not.toContain("Public collections");
});

test("a set with disputed labels shows its figures also without them, and where they are listed", () => {
  const text = shown({ sets: [row("collection", { withoutDisputed: { n: 80, blocked: 49, asked: 1 } })] });
  expect(text).toContain("50.0% (40.4–59.6)");
  expect(text).toContain("without 20 disputed labels: 61.3% blocked, 1.3% asked");
  expect(text).toContain("docs/evaluation.md");
  expect(shown({ sets: [row("collection")] })).not.toContain("disput");
});

test("outputs are shown where there are any", () => {
  expect(shown({ outputs: [{ set: "mails", label: "clean", n: 4, flagged: 1 }] })).toContain("25.0%");
  expect(shown({ sets: [row("collection")] })).not.toContain("Probe of tool outputs");
});
