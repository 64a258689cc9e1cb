import { ChevronRight, ShieldAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { SessionWarning } from "@/lib/audit/read-session-warnings";
import { costWords, tokenWords } from "./llm-words";
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

const OPINION_WORDS = {
  allow: "found it harmless",
  block: "found that it tries to instruct the agent",
  unavailable: "could not be asked",
} as const;

function Warning({
  warning: { at, event, tool, summary, warned, findings, llm, stopped, agentId },
}: {
  warning: SessionWarning;
}) {
  const signals = [...new Set(findings.map(({ signal }) => SIGNAL_WORDS[signal]))].join(", ");
  return (
    <li className="text-sm">
      <details className="group">
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 rounded-md hover:bg-sunken">
          <span className="font-mono text-xs text-muted">{at.slice(11, 19)}</span>
          <Badge tone="ask" icon={ShieldAlert}>
            {event === "HandBackWarning" ? "Hand-back" : "Suspicious output"}
          </Badge>
          <span className="min-w-0 flex-1 basis-48 truncate font-mono text-xs">{summary || tool}</span>
          <span className="flex items-center gap-1 text-xs text-muted">
            {signals || (llm?.verdict === "block" ? "found by Claude" : "stopped in the subagent")}
            <ChevronRight aria-hidden className="size-3.5 shrink-0 group-open:rotate-90" />
          </span>
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
          {llm ? (
            <>
              <dt className="text-muted">Claude</dt>
              <dd>
                {OPINION_WORDS[llm.verdict]}
                {llm.usage ? (
                  <span className="text-muted">
                    {" "}
                    ({tokenWords(llm.usage)}; {costWords(llm.usage)})
                  </span>
                ) : null}
              </dd>
            </>
          ) : null}
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
