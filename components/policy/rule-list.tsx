"use client";

import { Plus, RotateCcw, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import type { Finding } from "@/lib/policy/finding";
import { DEFAULTS } from "@/lib/policy/schemas";
import { FindingNote } from "./finding-note";

export type RuleListWords = {
  title: string;
  /** What an entry of this list does, in a sentence. */
  help: string;
  placeholder: string;
  mono?: boolean;
};

type Props = {
  words: RuleListWords;
  rules: readonly string[];
  findings: readonly Finding[];
  /** The list should hold Claude Code's own entries. */
  hasDefaults?: boolean;
  mayEdit: boolean;
  onChange: (rules: string[], said?: { removed: string }) => void;
};

export function RuleList({ words, rules, findings, hasDefaults, mayEdit, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const rule = text.trim();
  const isDuplicate = rules.includes(rule);

  function add(event: React.SubmitEvent | React.FormEvent) {
    event.preventDefault();
    if (rule === "" || isDuplicate) return input.current?.focus();
    onChange([...rules, rule]);
    setText("");
    input.current?.focus();
  }

  return (
    <section aria-label={words.title} className="flex min-w-0 flex-col gap-2 py-4 first:pt-0 last:pb-0">
      <div>
        <h3 className="text-sm font-medium">{words.title}</h3>
        <p className="max-w-prose text-xs text-muted">{words.help}</p>
      </div>
      {findings.map((finding) => (
        <FindingNote key={finding.code + finding.path} finding={finding} />
      ))}
      {rules.length === 0 ? <p className="text-sm text-muted">None.</p> : null}
      <ul className="flex flex-col gap-1">
        {rules.map((item, index) => (
          <li
            key={item}
            className="flex items-start gap-2 rounded-md border border-line bg-canvas py-1 pr-1 pl-2.5 text-sm"
          >
            <span className={cn("min-w-0 flex-1 py-1 wrap-anywhere", words.mono && "font-mono text-[0.8125rem]")}>
              {item === DEFAULTS ? <DefaultsLine /> : item}
            </span>
            {mayEdit ? (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`Remove ${item === DEFAULTS ? "Claude Code's own entries" : item}`}
                onClick={() => onChange(rules.toSpliced(index, 1), { removed: item })}
              >
                <Trash2 aria-hidden />
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <form onSubmit={add} className="flex flex-wrap items-start gap-2">
          <div className="min-w-0 flex-1 basis-56">
            <Input
              ref={input}
              aria-label={`New entry of ${words.title}`}
              value={text}
              onValueChange={setText}
              placeholder={words.placeholder}
              maxLength={2_000}
              autoComplete="off"
              className={words.mono ? "font-mono" : undefined}
            />
            {isDuplicate ? (
              <p role="status" className="mt-1 text-xs text-ask">
                Already in the list.
              </p>
            ) : null}
          </div>
          <Button type="submit">
            <Plus aria-hidden /> Add
          </Button>
          {hasDefaults && !rules.includes(DEFAULTS) ? (
            <Button variant="danger" onClick={() => onChange([DEFAULTS, ...rules])}>
              <RotateCcw aria-hidden /> Put back Claude Code's own
            </Button>
          ) : null}
        </form>
      ) : null}
    </section>
  );
}

const DefaultsLine = () => (
  <span className="flex flex-wrap items-center gap-2">
    <Badge tone="accent">{DEFAULTS}</Badge>
    <span className="text-muted">Claude Code's own entries</span>
  </span>
);
