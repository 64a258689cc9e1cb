import { ArrowUpDown, Minus, Pencil, Plus } from "lucide-react";
import type { Change } from "@/lib/policy/change";
import { RiskBadge } from "./risk-badge";

const AREAS: Record<Change["area"], string> = {
  rollout: "Rollout",
  trust: "Trusted infrastructure",
  permissions: "Permission rules",
  rules: "Rules in words",
  classifier: "Classifier",
  settings: "Further settings",
};
const ICONS = { added: Plus, removed: Minus, changed: Pencil, moved: ArrowUpDown } as const;
/** Shown one by one in each area; an import can hold thousands. */
const SHOWN = 100;

/** What changes, in words, by area. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const areas = (Object.keys(AREAS) as Change["area"][]).filter((area) =>
    changes.some((change) => change.area === area),
  );
  return (
    <div className="flex flex-col gap-4">
      {areas.map((area) => {
        const inArea = changes.filter((change) => change.area === area);
        return (
          <section key={area} aria-label={AREAS[area]}>
            <h3 className="mb-1 text-xs font-medium text-muted">{AREAS[area]}</h3>
            <ul className="divide-y divide-line">
              {inArea.slice(0, SHOWN).map((change) => (
                <ChangeRow key={`${change.kind}${change.path}${change.sentence}`} change={change} />
              ))}
            </ul>
            {inArea.length > SHOWN ? (
              <p className="pt-2 text-sm text-muted">And {(inArea.length - SHOWN).toLocaleString("en")} more.</p>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

function ChangeRow({ change: { kind, sentence, risk } }: { change: Change }) {
  const Icon = ICONS[kind];
  return (
    <li className="flex flex-wrap items-start gap-x-2.5 gap-y-1 py-2">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 basis-56 wrap-anywhere">{sentence}</span>
      <RiskBadge risk={risk} />
    </li>
  );
}
