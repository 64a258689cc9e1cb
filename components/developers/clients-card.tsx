import { Laptop } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StackedCell, StackedRow, StackedTable } from "@/components/ui/stacked-table";
import { Th } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { ClientRow } from "@/lib/audit/clients-of";
import { CLIENT_STATE_WORDS } from "@/lib/delivery/client-state";
import { ClientStateBadge } from "./client-state-badge";
import { RevokeClient } from "./revoke-client";

type Props = { clients: readonly ClientRow[]; /** Number of the revision in force. */ current: number | null };

const revisionWords = (revision: number | null) => (revision === null ? "–" : `#${revision}`);

export const ClientsCard = ({ clients, current }: Props) => (
  <Card
    id="clients"
    title="Clients"
    description={current === null ? "No policy is published yet." : `Revision in force: #${current}`}
  >
    {clients.length === 0 ? (
      <EmptyState icon={Laptop} title="No client is signed in">
        It appears here once Claude Code on this developer's machine is signed in.
      </EmptyState>
    ) : (
      <StackedTable
        label="Client list"
        head={
          <>
            <Th>Client</Th>
            <Th>State</Th>
            <Th title="Newest revision it was given">Given</Th>
            <Th title="Revision it says it runs">Runs</Th>
            <Th>Last seen</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </>
        }
      >
        {clients.map((client) => (
          <Row key={client.id} client={client} />
        ))}
      </StackedTable>
    )}
  </Card>
);

/** As a card: the client and what can be done about it, its state, then the rest. */
const Row = ({ client }: { client: ClientRow }) => (
  <StackedRow>
    <StackedCell>
      <p className="font-medium wrap-anywhere">{client.label}</p>
      <p className="text-xs text-muted">
        signed in <Time at={client.createdAt} show="date" />
      </p>
    </StackedCell>
    <StackedCell className="max-md:col-span-2 md:max-w-72">
      <ClientStateBadge state={client.state} />
      <p className="mt-1 text-xs text-muted">
        {client.state ? CLIENT_STATE_WORDS[client.state] : "Its tokens do not work any more."}
      </p>
    </StackedCell>
    <StackedCell label="Given">{revisionWords(client.deliveredRevision)}</StackedCell>
    <StackedCell label="Runs">{revisionWords(client.appliedRevision)}</StackedCell>
    <StackedCell label="Last seen">
      {client.lastSeenAt ? <Time at={client.lastSeenAt} show="relative" /> : "never"}
    </StackedCell>
    <StackedCell className="text-right max-md:col-start-2 max-md:row-start-1 md:py-1.5">
      {client.revokedAt ? null : <RevokeClient id={client.id} label={client.label} />}
    </StackedCell>
  </StackedRow>
);
