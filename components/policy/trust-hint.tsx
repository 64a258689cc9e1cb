import { CircleCheck, Layers } from "lucide-react";
import type { TrustCheck } from "@/lib/change/schemas";

type Props = { check: TrustCheck | null; typed: string };

/** How the value will be saved, and what covers it or is covered by it already. */
export const TrustHint = ({ check, typed }: Props) => (
  <div role="status" className="flex flex-col gap-1 text-xs">
    {check?.ok ? (
      <>
        <p className="flex items-start gap-1.5 text-allow">
          <CircleCheck aria-hidden className="mt-px size-3.5 shrink-0" />
          <span className="wrap-anywhere">
            {check.value === typed.trim() ? "Can be saved as it is." : <SavedAs value={check.value} />}
          </span>
        </p>
        {check.issues.map(({ entryId, message }) => (
          <p key={entryId} className="flex items-start gap-1.5 text-ask">
            <Layers aria-hidden className="mt-px size-3.5 shrink-0" />
            <span className="wrap-anywhere">{message}</span>
          </p>
        ))}
      </>
    ) : null}
  </div>
);

const SavedAs = ({ value }: { value: string }) => (
  <>
    Will be saved as <span className="font-mono">{value}</span>
  </>
);
