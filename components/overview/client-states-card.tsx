import { ClientStateBadge } from "@/components/developers/client-state-badge";
import { Card } from "@/components/ui/card";
import type { ClientStateCounts } from "@/lib/audit/client-states";
import { CLIENT_STATE_WORDS, CLIENT_STATES } from "@/lib/delivery/client-state";

/** Every client is in exactly one state. */
export const ClientStatesCard = ({ counts }: { counts: ClientStateCounts }) => (
  <Card id="clients" title="Clients by state" description="How far the revision in force has come.">
    <dl className="flex flex-col gap-2">
      {CLIENT_STATES.map((state) => (
        <div key={state} className="flex items-baseline gap-3">
          <dt className="w-24 shrink-0">
            <ClientStateBadge state={state} />
          </dt>
          <dd className="flex min-w-0 flex-1 items-baseline justify-between gap-3">
            <span className="text-xs text-muted">{CLIENT_STATE_WORDS[state]}</span>
            <span className="font-medium">{counts[state]}</span>
          </dd>
        </div>
      ))}
    </dl>
  </Card>
);
