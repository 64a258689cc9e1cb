import { ShieldAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { SessionWarning } from "@/lib/audit/read-session-warnings";
import { ruleNameOf, SIGNAL_WORDS } from "./probe-words";

/** What the probe found in the outputs of one session; each opens to its excerpts. */
export const SessionWarnings = ({ warnings }: { warnings: readonly SessionWarning[] }) =>
  warnings.length === 0 ? null : (
    <ul aria-label="Warnings about outputs" className="mt-1 flex flex-col gap-1">
      {warnings.map((warning) => (
        <Warning key={warning.id} warning={warning} />
      ))}
    </ul>
  );

function Warning({
  warning: { at, event, tool, summary, warned, findings, stopped, agentId },
}: {
  warning: SessionWarning;
}) {
  const signals = [...new Set(findings.map(({ signal }) => SIGNAL_WORDS[signal]))].join(", ");
  return (
    <li className="text-sm">
      <details>
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-mono text-xs text-muted">{at.slice(11, 19)}</span>
          <Badge tone="ask" icon={ShieldAlert}>
            {event === "HandBackWarning" ? "Hand-back" : "Suspicious output"}
          </Badge>
          <span className="min-w-0 flex-1 basis-48 truncate font-mono text-xs">{summary || tool}</span>
          <span className="text-xs text-muted">{signals || "stopped in the subagent"}</span>
        </summary>
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 border-l border-line pl-3 text-xs">
          {findings.map(({ signal, note, excerpt }, index) => (
            // Findings never change places: their position is their identity.
            <div key={index} className="contents">
              <dt className="text-muted" title={SIGNAL_WORDS[signal]}>
                {note}
              </dt>
              <dd className="min-w-0 font-mono break-words whitespace-pre-wrap">{excerpt}</dd>
            </div>
          ))}
          {stopped.map(({ rule, count }) => (
            <div key={rule ?? ""} className="contents">
              <dt className="text-muted">stopped in the subagent</dt>
              <dd>
                {ruleNameOf(rule)} ({count})
              </dd>
            </div>
          ))}
          <dt className="text-muted">warning</dt>
          <dd>
            {warned ? "given to the agent beside the output" : "recorded, and not given to the agent"}
            {agentId ? " (inside a subagent)" : ""}
          </dd>
        </dl>
      </details>
    </li>
  );
}
