import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Facts } from "@/components/ui/facts";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { AdminActionRecord } from "@/lib/audit/schemas";
import { RecordSection } from "./record-section";

const fieldOf = (value: AdminActionRecord["before"], field: string): string => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "–";
  const found = value[field];
  return found === undefined || found === null ? "–" : typeof found === "string" ? found : JSON.stringify(found);
};

const Changes = ({ record }: { record: AdminActionRecord }) => (
  <Table label="Changed fields">
    <THead>
      <Tr>
        <Th>Field</Th>
        <Th>Before</Th>
        <Th>After</Th>
      </Tr>
    </THead>
    <TBody>
      {record.changedFields.map((field) => (
        <Tr key={field}>
          <Th scope="row" className="align-top">
            {field}
          </Th>
          <Td className="font-mono text-xs wrap-anywhere">{fieldOf(record.before, field)}</Td>
          <Td className="font-mono text-xs wrap-anywhere">{fieldOf(record.after, field)}</Td>
        </Tr>
      ))}
    </TBody>
  </Table>
);

export function AdminRecord({ record }: { record: AdminActionRecord }) {
  const raw = JSON.stringify(record, null, 2);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col items-start gap-2">
        <Badge>Admin action</Badge>
        <p className="wrap-anywhere">{record.sentence}.</p>
        {record.reason ? <p className="text-muted wrap-anywhere">Reason: {record.reason}</p> : null}
      </div>
      {record.changedFields.length > 0 ? (
        <RecordSection title="What changed">
          <Changes record={record} />
        </RecordSection>
      ) : null}
      <RecordSection title="Who and when">
        <Facts
          items={[
            ["Time", <Time key="time" at={record.at} />],
            ["Actor", `${record.actor.label} (${record.actor.type})`],
            [
              "Action",
              <span key="action" className="font-mono text-xs">
                {record.action}
              </span>,
            ],
            ["Target", `${record.target.label || "–"} (${record.target.type.replaceAll("_", " ")})`],
            ["From address", record.ip],
            [
              "Request",
              <span key="request" className="font-mono text-xs">
                {record.requestId}
              </span>,
            ],
            [
              "Record",
              <span key="record" className="inline-flex flex-wrap items-center gap-1 font-mono text-xs">
                {record.id} <CopyButton value={record.id} label="record id" />
              </span>,
            ],
          ]}
        />
      </RecordSection>
      <details className="text-sm">
        <summary className="w-fit cursor-pointer font-medium">Raw record (JSON)</summary>
        <div className="mt-2">
          <CodeBlock label="raw record" copy={raw} className="max-h-112 overflow-y-auto">
            {raw}
          </CodeBlock>
        </div>
      </details>
    </div>
  );
}
