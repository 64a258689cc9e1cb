import { relativeTime } from "@/components/ui/time";

/** `2026-11-21 09:30:05`; the column says that it is UTC. */
export const RowTime = ({ at }: { at: string }) => (
  <time dateTime={at} title={relativeTime(new Date(at), new Date())} suppressHydrationWarning>
    {at.slice(0, 19).replace("T", " ")}
  </time>
);
