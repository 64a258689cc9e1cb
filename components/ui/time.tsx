const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });

export function relativeTime(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1_000;
  for (const [unit, size] of UNITS)
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  return Math.abs(seconds) < 10 ? "just now" : relative.format(Math.trunc(seconds), "second");
}

/** `2026-11-21 09:30:05 UTC`: the same on every screen, so that two people can talk about it. */
export const absoluteTime = (at: Date): string => `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;

type Props = { at: Date | string; show?: "absolute" | "relative" | "date" };

/** A moment; what is not shown is in its title. For server components, where "now" is the time of the request. */
export function Time({ at, show = "absolute" }: Props) {
  const date = typeof at === "string" ? new Date(at) : at;
  const words = {
    absolute: absoluteTime(date),
    relative: relativeTime(date, new Date()),
    date: date.toISOString().slice(0, 10),
  };
  return (
    <time
      dateTime={date.toISOString()}
      title={show === "absolute" ? words.relative : words.absolute}
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {words[show]}
    </time>
  );
}
