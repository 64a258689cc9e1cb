import type { Route } from "next";
import type { AuditFilter } from "./filter";

/** `2026-01-31T10:00Z`: shortest form that `AuditFilter` reads back. */
const momentText = (date: Date) => date.toISOString().replace(/(:00)?\.000Z$/, "Z");

/** The address form of a filter; defaults are left out. `AuditFilter` reads it back to the same filter. */
export function filterQuery(filter: Partial<AuditFilter>): URLSearchParams {
  const query = new URLSearchParams();
  const set = (key: string, value: string | undefined) => value && query.set(key, value);
  set("type", filter.type === "blocks" ? undefined : filter.type);
  set("verdict", filter.verdict?.join(","));
  set("developer", filter.developer);
  set("group", filter.group);
  set("rule", filter.rule);
  set("cleared", filter.cleared);
  set("tool", filter.tool);
  set("session", filter.session);
  set("q", filter.q);
  set("range", filter.range === "7d" ? undefined : filter.range);
  set("from", filter.from && momentText(filter.from));
  set("to", filter.to && momentText(filter.to));
  return query;
}

/** Link to the audit page with a filter, and where wanted a page of it or an open record. */
export function auditHref(
  filter: Partial<AuditFilter>,
  more: { before?: string; after?: string; record?: string; live?: string } = {},
): Route {
  const query = filterQuery(filter);
  for (const [key, value] of Object.entries(more)) if (value) query.set(key, value);
  const text = query.toString();
  return (text ? `/audit?${text}` : "/audit") as Route;
}
