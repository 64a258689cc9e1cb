import type { Finding } from "@/lib/policy/finding";
import { FindingNote } from "./finding-note";

/** At most this many are shown one by one: ten thousand trusted entries may each have something to say. */
const SHOWN = 12;

export const FindingsList = ({ findings, label }: { findings: readonly Finding[]; label: string }) => (
  <ul aria-label={label} className="flex flex-col gap-1.5">
    {findings.slice(0, SHOWN).map((finding) => (
      <li key={finding.code + finding.path + finding.message}>
        <FindingNote finding={finding} />
      </li>
    ))}
    {findings.length > SHOWN ? <li className="text-xs text-muted">And {findings.length - SHOWN} more.</li> : null}
  </ul>
);
