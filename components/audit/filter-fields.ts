import type { AuditFilter } from "@/lib/audit/filter";
import type { FilterOptions } from "@/lib/audit/filter-options";
import { OUTCOMES } from "@/lib/audit/outcome";
import { RANGES, RANGE_WORDS } from "@/lib/audit/time-window";
import { RULE_NAMES } from "@/lib/decision/rule-names";
import type { FilterField } from "./filter-form";
import { OUTCOME_WORDS } from "./filter-words";

const TOOLS = ["Bash", "Edit", "Write", "Read", "WebFetch", "NotebookEdit", "Task", "Glob", "Grep"] as const;
const ANY = { value: "", label: "Any" };
/** What a datetime-local input takes; read back as UTC. */
const local = (date: Date | undefined) => date?.toISOString().slice(0, 16) ?? "";
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const rangeOptions = (filter: AuditFilter) => [
  ...(filter.from || filter.to ? [{ value: "", label: "From – to" }] : []),
  ...RANGES.map((value) => ({ value, label: capital(RANGE_WORDS[value]) })),
];

/** The fields that mean something for the type of record shown. */
export function filterFields(filter: AuditFilter, { groups, developers, chosen }: FilterOptions): FilterField[] {
  const verdicts = filter.type === "blocks" ? OUTCOMES.slice(0, 2) : OUTCOMES;
  const decisions: FilterField[] = [
    {
      name: "verdict",
      label: "Verdict",
      value: filter.verdict?.length === 1 ? (filter.verdict[0] ?? "") : "",
      options: [ANY, ...verdicts.map((value) => ({ value, label: capital(OUTCOME_WORDS[value]) }))],
    },
    {
      name: "group",
      label: "Group",
      value: filter.group ?? "",
      options: [ANY, ...groups.map(({ id, name }) => ({ value: id, label: name }))],
    },
    {
      name: "rule",
      label: "Rule or tier",
      value: filter.rule ?? "",
      suggestions: [...RULE_NAMES].map(([value, label]) => ({ value, label })),
      placeholder: "git-destructive",
    },
    {
      name: "tool",
      label: "Tool",
      value: filter.tool ?? "",
      suggestions: TOOLS.map((value) => ({ value })),
      placeholder: "Bash",
    },
    { name: "session", label: "Session", value: filter.session ?? "", placeholder: "Session id" },
  ];
  const person: FilterField = {
    name: "developer",
    label: filter.type === "admin" ? "Person" : "Developer",
    value: chosen?.email ?? filter.developer ?? "",
    suggestions: developers.map(({ email, name }) => ({ value: email, label: name })),
    placeholder: "name@example.com",
  };
  return [
    person,
    ...(filter.type === "admin" ? [] : decisions),
    { name: "from", label: "From (UTC)", value: local(filter.from), type: "datetime-local" },
    { name: "to", label: "To (UTC)", value: local(filter.to), type: "datetime-local" },
  ];
}
