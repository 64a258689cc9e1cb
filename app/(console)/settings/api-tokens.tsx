import { KeyRound, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { InlineCode } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { ApiTokenRow } from "@/lib/org/api-tokens";
import { NewTokenDialog } from "./new-token-dialog";
import { RevokeToken } from "./revoke-token";

type Props = { tokens: readonly ApiTokenRow[]; mayEdit: boolean; mayMakeEndless: boolean };

function StateBadge({ token }: { token: ApiTokenRow }) {
  if (token.revokedAt) return <Badge>Revoked</Badge>;
  if (token.expiresAt && token.expiresAt <= new Date()) return <Badge tone="ask">Expired</Badge>;
  return <Badge tone="allow">Active</Badge>;
}

function Expiry({ token }: { token: ApiTokenRow }) {
  if (token.expiresAt) return <Time at={token.expiresAt} show="date" />;
  if (token.revokedAt) return "Never";
  return (
    <Badge tone="ask" icon={TriangleAlert}>
      Never expires
    </Badge>
  );
}

/** The data plane keeps no note of a token's use: those who ask for decisions with it wait for no further write. */
function LastUsed({ token: { lastUsedAt, scopes } }: { token: ApiTokenRow }) {
  if (lastUsedAt) return <Time at={lastUsedAt} show="relative" />;
  return scopes.includes("decision:create") ? (
    <span className="text-muted" title="Asking for decisions is not noted here; the audit has every one">
      Not noted
    </span>
  ) : (
    "Never"
  );
}

export const ApiTokens = ({ tokens, mayEdit, mayMakeEndless }: Props) => (
  <Card
    id="tokens"
    title="API tokens"
    description="For programs that ask for decisions or read from the API, described at /api/v1/openapi.json."
    actions={mayEdit ? <NewTokenDialog mayMakeEndless={mayMakeEndless} /> : null}
  >
    {tokens.length === 0 ? (
      <EmptyState icon={KeyRound} title="No tokens yet">
        A token acts for the organization with the scopes you choose, and nothing more.
      </EmptyState>
    ) : (
      <Table label="Tokens">
        <THead>
          <Tr>
            <Th>Name</Th>
            <Th>Scopes</Th>
            <Th className="max-sm:hidden">Made by</Th>
            <Th>Expires</Th>
            <Th className="max-sm:hidden">Last used</Th>
            <Th className="max-sm:hidden">State</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </Tr>
        </THead>
        <TBody>
          {tokens.map((token) => (
            <Tr key={token.id}>
              <Td>
                <span className="block font-medium">{token.name}</span>
                <span className="whitespace-nowrap">
                  <InlineCode>{token.prefix}…</InlineCode>
                </span>
                {/* Its column is not shown on a narrow screen. */}
                <span className="mt-1 block sm:hidden">
                  <StateBadge token={token} />
                </span>
              </Td>
              <Td>
                <span className="flex flex-wrap gap-1">
                  {token.scopes.map((scope) => (
                    <Badge key={scope}>{scope}</Badge>
                  ))}
                </span>
              </Td>
              <Td className="max-sm:hidden">
                {token.createdBy?.name ?? <span className="text-muted">Nobody here</span>}
              </Td>
              <Td>
                <Expiry token={token} />
              </Td>
              <Td className="max-sm:hidden">
                <LastUsed token={token} />
              </Td>
              <Td className="max-sm:hidden">
                <StateBadge token={token} />
              </Td>
              <Td className="text-right">
                {mayEdit && !token.revokedAt ? <RevokeToken id={token.id} name={token.name} /> : null}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    )}
  </Card>
);
