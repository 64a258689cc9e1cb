export const RANGES = ["1h", "24h", "7d", "30d"] as const;
export type Range = (typeof RANGES)[number];

const HOUR_MS = 3_600_000;
const RANGE_MS: Record<Range, number> = {
  "1h": HOUR_MS,
  "24h": 24 * HOUR_MS,
  "7d": 168 * HOUR_MS,
  "30d": 720 * HOUR_MS,
};

export const RANGE_WORDS: Record<Range, string> = {
  "1h": "last hour",
  "24h": "last 24 hours",
  "7d": "last 7 days",
  "30d": "last 30 days",
};

export type TimeWindow = { from: Date; to: Date };
type TimeFilter = { range?: Range; from?: Date; to?: Date };

/** A little past now: ids are made on several machines whose clocks differ. */
const SKEW_MS = 60_000;

/** Every list is bounded in time: without a start it goes back by its range, from its end. */
export function windowOf({ range = "7d", from, to }: TimeFilter, now = new Date()): TimeWindow {
  const end = to ?? new Date(now.getTime() + SKEW_MS);
  return { from: from ?? new Date((to ?? now).getTime() - RANGE_MS[range]), to: end };
}

export const lastDays = (days: number, now = new Date()): TimeWindow => ({
  from: new Date(now.getTime() - days * 24 * HOUR_MS),
  to: new Date(now.getTime() + SKEW_MS),
});

/** UTC midnight of the first of `days` whole days that end today. */
export function wholeDays(days: number, now = new Date()): TimeWindow & { days: string[] } {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const starts = Array.from({ length: days }, (_, index) => new Date(today - (days - 1 - index) * 24 * HOUR_MS));
  return {
    from: starts[0] ?? new Date(today),
    to: new Date(now.getTime() + SKEW_MS),
    days: starts.map((start) => start.toISOString().slice(0, 10)),
  };
}
