import { z } from "zod";
import { type Outcome, OUTCOMES } from "./outcome";
import { RANGES } from "./time-window";

export const TRAIL_TYPES = ["blocks", "decisions", "admin", "all"] as const;
export type TrailType = (typeof TRAIL_TYPES)[number];

/** An empty field of a form means "not asked"; of a repeated one the last counts. */
const one = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    return typeof last === "string" && last.trim() === "" ? undefined : last;
  }, schema.optional());

/** `verdict=block,fallback` and `verdict=block&verdict=fallback` are the same. */
const many = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => {
    const items = (Array.isArray(value) ? value : [value])
      .flatMap((item) => (typeof item === "string" ? item.split(",") : []))
      .filter((item) => item !== "");
    return items.length > 0 ? [...new Set(items)] : undefined;
  }, z.array(schema).optional());

const ZONED = /(Z|[+-]\d\d:\d\d)$/;

/** A day or a moment; without an offset it is UTC, as everything the console shows. */
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/, "Use 2026-01-31 or 2026-01-31T10:00Z")
  .transform((text) => new Date(text.includes("T") && !ZONED.test(text) ? `${text}Z` : text))
  .refine((date) => !Number.isNaN(date.getTime()), "No such day");

const text = (max: number) => z.string().trim().max(max, `At most ${max} characters`);

const fields = z.object({
  type: one(z.enum(TRAIL_TYPES)),
  verdict: many(z.enum(OUTCOMES)),
  /** Member id or e-mail. */
  developer: one(z.union([z.uuid(), z.email().toLowerCase()], "A developer's id or e-mail")),
  group: one(z.uuid()),
  rule: one(text(200)),
  /** A rule that matched and was set aside. */
  cleared: one(text(200)),
  tool: one(text(200)),
  session: one(text(200)),
  q: one(text(200)),
  range: one(z.enum(RANGES)),
  from: one(moment),
  to: one(moment),
});

const BLOCKS: readonly Outcome[] = ["block", "fallback"];

/** A verdict outside the tab's own moves the query to all decisions rather than finding nothing. */
function typeOf(type: TrailType | undefined, verdict: Outcome[] | undefined): TrailType {
  const asked = type ?? "blocks";
  return asked === "blocks" && verdict?.some((outcome) => !BLOCKS.includes(outcome)) ? "decisions" : asked;
}

/**
 * What to show of the trail. The only reader of these parameters: the page, the API, the export and every link to them
 * go through it. Without a type it is blocks and fallbacks, without a time the last seven days.
 */
export const AuditFilter = fields
  .refine(({ from, to }) => !from || !to || from < to, { path: ["to"], message: "Must be after `from`" })
  .transform((filter) => ({ ...filter, type: typeOf(filter.type, filter.verdict) }));
export type AuditFilter = z.output<typeof AuditFilter>;

/** The outcomes to look for; undefined for all. */
export const outcomesOf = (filter: AuditFilter): readonly Outcome[] | undefined =>
  filter.verdict ?? (filter.type === "blocks" ? BLOCKS : undefined);

/** What only decisions have: with one of these set, an admin action cannot match. */
export const asksForDecisions = (filter: AuditFilter): boolean =>
  Boolean(filter.verdict ?? filter.rule ?? filter.cleared ?? filter.tool ?? filter.session ?? filter.group);

type Raw = Record<string, string | string[] | undefined>;

/** For a page: what can be read of an address is used, and what cannot is named instead of ending in an error. */
export function readFilter(raw: Raw): { filter: AuditFilter; faults: { field: string; message: string }[] } {
  const parsed = AuditFilter.safeParse(raw);
  if (parsed.success) return { filter: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue) => ({ field: String(issue.path[0]), message: issue.message }));
  const readable = Object.fromEntries(
    Object.entries(raw).filter(([key]) => !faults.some(({ field }) => field === key)),
  );
  // Rules between fields are checked only when each field is right, so there may be more to leave out.
  const rest = readFilter(readable);
  return { filter: rest.filter, faults: [...faults, ...rest.faults] };
}
