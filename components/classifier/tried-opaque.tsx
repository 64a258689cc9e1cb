import { Callout } from "@/components/ui/callout";
import type { TriedUnder } from "@/lib/change/try-schemas";

/** Parts that could not be read through, which are for a person unless a rule decides. */
export const TriedOpaque = ({ opaque }: Pick<TriedUnder, "opaque">) =>
  opaque.length === 0 ? null : (
    <Callout tone="warn" title="What could not be read">
      <ul className="list-inside list-disc">
        {[...new Set(opaque.map(({ reason }) => reason))].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Callout>
  );
