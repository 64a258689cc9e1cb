import { KeyRound, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { InlineCode } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { StackedCell, StackedRow, StackedTable } from "@/components/ui/stacked-table";
import { Th } from "@/components/ui/table";
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

function LastUsed({ token: { lastUsedAt } }: { token: ApiTokenRow }) {
  return lastUsedAt ? <Time at={lastUsedAt} show="relative" /> : "Never";
}

export const ApiTokens = ({ tokens, mayEdit, mayMakeEndless }: Props) => (
  <Card
    id="tokens"
    title="API tokens"
    description={
      <>
        For programs that ask for decisions or read from the API, which{" "}
        <a href="/api/v1/openapi.json" target="_blank" className="underline underline-offset-2 hover:text-accent">
          its OpenAPI document
        </a>{" "}
        describes.
      </>
    }
    actions={mayEdit ? <NewTokenDialog mayMakeEndless={mayMakeEndless} /> : null}
  >
    {tokens.length === 0 ? (
      <EmptyState icon={KeyRound} title="No tokens yet">
        A token acts for the organization with the scopes you choose, and nothing more.
      </EmptyState>
    ) : (
      <StackedTable
        label="Tokens"
        head={
          <>
            <Th>Name</Th>
            <Th>State</Th>
            <Th>Scopes</Th>
            <Th>Made by</Th>
            <Th>Expires</Th>
            <Th>Last used</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </>
        }
      >
        {tokens.map((token) => (
          <StackedRow key={token.id}>
            <StackedCell>
              <span className="block font-medium wrap-anywhere">{token.name}</span>
              <span className="whitespace-nowrap">
                <InlineCode>{token.prefix}…</InlineCode>
              </span>
            </StackedCell>
            <StackedCell>
              <StateBadge token={token} />
            </StackedCell>
            <StackedCell className="max-md:col-span-2">
              <span className="flex flex-wrap gap-1">
                {token.scopes.map((scope) => (
                  <Badge key={scope}>{scope}</Badge>
                ))}
              </span>
            </StackedCell>
            <StackedCell label="Made by">
              {token.createdBy?.name ?? <span className="text-muted">Nobody here</span>}
            </StackedCell>
            <StackedCell label="Expires">
              <Expiry token={token} />
            </StackedCell>
            <StackedCell label="Last used">
              <LastUsed token={token} />
            </StackedCell>
            <StackedCell className="text-right max-md:col-span-2 max-md:empty:hidden">
              {mayEdit && !token.revokedAt ? <RevokeToken id={token.id} name={token.name} /> : null}
            </StackedCell>
          </StackedRow>
        ))}
      </StackedTable>
    )}
  </Card>
);
