import { Laptop } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
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
      <Table label="Client list" className="min-w-160">
        <THead>
          <Tr>
            <Th>Client</Th>
            <Th>State</Th>
            <Th title="Newest revision it was given">Given</Th>
            <Th title="Revision it says it runs">Runs</Th>
            <Th>Last seen</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </Tr>
        </THead>
        <TBody>
          {clients.map((client) => (
            <Tr key={client.id}>
              <Td>
                <p className="font-medium">{client.label}</p>
                <p className="text-xs text-muted">
                  signed in <Time at={client.createdAt} show="date" />
                </p>
              </Td>
              <Td className="max-w-72">
                <ClientStateBadge state={client.state} />
                <p className="mt-1 text-xs text-muted">
                  {client.state ? CLIENT_STATE_WORDS[client.state] : "Its tokens do not work any more."}
                </p>
              </Td>
              <Td>{revisionWords(client.deliveredRevision)}</Td>
              <Td>{revisionWords(client.appliedRevision)}</Td>
              <Td>{client.lastSeenAt ? <Time at={client.lastSeenAt} show="relative" /> : "never"}</Td>
              <Td className="text-right">
                {client.revokedAt ? null : <RevokeClient id={client.id} label={client.label} />}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    )}
  </Card>
);
