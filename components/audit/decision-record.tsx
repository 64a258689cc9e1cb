import { FlaskConical } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { ruleHref } from "@/components/classifier/rule-hrefs";
import { SET_ASIDE_BY_WORDS } from "@/components/classifier/set-aside-words";
import { OutcomeBadge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import { actionTexts } from "@/lib/audit/action-texts";
import { readGitRecord } from "@/lib/audit/git-record";
import { isObserved } from "@/lib/audit/outcome";
import type { DecisionRecord as DecisionRecordData } from "@/lib/audit/schemas";
import { RULE_NAMES } from "@/lib/decision/rule-names";
import { EvidenceText } from "./evidence-text";
import { gitWords } from "./git-words";
import { LlmSection } from "./llm-section";
import { MoreLikeThis } from "./more-like-this";
import { RecordSection } from "./record-section";
import { RuleName } from "./rule-name";
import { tierWords } from "./tier-words";

const ANSWER_WORDS: Record<string, string> = {
  allow: "allow: it ran",
  deny: "deny: it did not run",
  ask: "ask: the developer was asked",
  none: "nothing: Claude Code decided by itself",
};
const SOURCE_WORDS: Record<string, string> = {
  hook: "hook of a signed-in client",
  rest: "REST API",
  client: "Claude Code's own classifier",
};

const setAsideWords = ({ rule, by }: DecisionRecordData["cleared"][number]) => `${rule} ${SET_ASIDE_BY_WORDS[by]}`;

const cwdOf = (action: DecisionRecordData["action"]) =>
  typeof action === "object" && action !== null && !Array.isArray(action) && typeof action.cwd === "string"
    ? action.cwd
    : null;

const link = "underline underline-offset-2 hover:text-accent";

/** @param seesAudit whether links into the trail lead anywhere for who looks */
export function DecisionRecord({ record, seesAudit }: { record: DecisionRecordData; seesAudit: boolean }) {
  const { developer, client, groups, rule, tier } = record;
  const raw = JSON.stringify(record, null, 2);
  const cwd = cwdOf(record.action);
  const git = readGitRecord(record.action);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <OutcomeBadge outcome={record.outcome} observed={isObserved(record)} />
          <RuleName rule={rule} tier={tier} />
        </div>
        <p className="wrap-anywhere">{record.reason}</p>
      </div>

      <RecordSection title="What it would do">
        {actionTexts(record).map((text) => (
          <EvidenceText key={text.field} {...text} />
        ))}
        {seesAudit ? (
          <ButtonLink size="sm" href={`/classifier/try?record=${record.id}` as Route} className="self-start">
            <FlaskConical aria-hidden /> Try it under the draft
          </ButtonLink>
        ) : null}
      </RecordSection>

      <RecordSection title="Who and where">
        <Facts
          items={[
            [
              "Developer",
              developer ? (
                <Link href={`/developers/${developer.id}`} className={link} title={developer.email}>
                  {developer.name}
                </Link>
              ) : (
                "unknown"
              ),
            ],
            ["Groups then", groups.length > 0 ? groups.map(({ name }) => name).join(", ") : "none"],
            ["Client", client?.label ?? null],
            ["Session", <Session key="session" record={record} seesAudit={seesAudit} />],
            ["Subagent", record.agentId],
            ["Directory", cwd && <span className="font-mono text-xs">{cwd}</span>],
            ["Came by", SOURCE_WORDS[record.source] ?? record.source],
          ]}
        />
      </RecordSection>

      <RecordSection title="How it was decided">
        <Facts
          items={[
            ["Time", <Time key="time" at={record.at} />],
            ["Tier", tierWords(tier)],
            ["Rule", rule && <Rule key="rule" id={rule} seesAudit={seesAudit} />],
            ["Rules set aside", record.cleared.map(setAsideWords).join(", ") || null],
            [
              "Policy",
              record.revision > 0 ? (
                seesAudit ? (
                  <Link href={`/revisions/${record.revision}`} className={link}>
                    revision {record.revision}
                  </Link>
                ) : (
                  `revision ${record.revision}`
                )
              ) : (
                "none was published"
              ),
            ],
            ["Git state", git && gitWords(git)],
            ["Enforcement", record.enforcement],
            ["Permission mode", record.permissionMode],
            ["Answered", ANSWER_WORDS[record.answer] ?? record.answer],
            ["Took", `${(record.latencyUs / 1000).toFixed(2)} ms`],
            ["Tool use", record.toolUseId && <span className="font-mono text-xs">{record.toolUseId}</span>],
            [
              "Record",
              <span key="record" className="inline-flex flex-wrap items-center gap-1 font-mono text-xs">
                {record.id} <CopyButton value={record.id} label="record id" />
              </span>,
            ],
          ]}
        />
      </RecordSection>

      <LlmSection llm={record.llm} />

      {seesAudit ? <MoreLikeThis record={record} /> : null}

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

/** Rules of the classifier have a page of their own; permission rules are named as they are written. */
const Rule = ({ id, seesAudit }: { id: string; seesAudit: boolean }) => {
  const name = RULE_NAMES.get(id);
  return name && seesAudit ? (
    <Link href={ruleHref(id)} className={link}>
      {name}
    </Link>
  ) : (
    (name ?? <span className="font-mono text-xs wrap-anywhere">{id}</span>)
  );
};

const Session = ({ record, seesAudit }: { record: DecisionRecordData; seesAudit: boolean }) =>
  seesAudit ? (
    <Link
      href={`/audit?type=decisions&session=${encodeURIComponent(record.sessionId)}&range=30d`}
      className={`${link} font-mono text-xs`}
    >
      {record.sessionId}
    </Link>
  ) : (
    <span className="font-mono text-xs">{record.sessionId}</span>
  );
