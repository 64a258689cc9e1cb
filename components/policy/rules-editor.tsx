"use client";

import { useOptimistic, useTransition } from "react";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import type { Finding } from "@/lib/policy/finding";
import { DEFAULTS, type PolicyContent } from "@/lib/policy/schemas";
import type { DraftChange } from "./draft-changes";
import { useDraft } from "./draft-provider";
import { RuleList, type RuleListWords } from "./rule-list";

type Props = Pick<PolicyContent, "rules" | "permissions"> & { findings: readonly Finding[]; mayEdit: boolean };

type Change = Extract<DraftChange, { type: "rules" | "permissions" }>;
type Removal = { removed: string };
type PermissionList = keyof PolicyContent["permissions"];
type ProseList = keyof PolicyContent["rules"];

const PERMISSION_WORDS: Record<PermissionList, RuleListWords> = {
  deny: {
    title: "Deny",
    help: "Never runs, whoever asks. No other rule, in any file, can lift it.",
    placeholder: "e.g. Bash(terraform destroy *)",
    mono: true,
  },
  ask: {
    title: "Ask",
    help: "Runs only after a person agrees, also in auto mode.",
    placeholder: "e.g. Bash(kubectl apply *)",
    mono: true,
  },
  allow: {
    title: "Allow",
    help: "Runs without asking. Claude Code sets broad entries aside while it is in auto mode.",
    placeholder: "e.g. Bash(npm run test *)",
    mono: true,
  },
};

const PROSE_WORDS: Record<ProseList, RuleListWords> = {
  environment: {
    title: "Environment",
    help: "Facts about your surroundings that the classifier may rely on. Trusted infrastructure is added by itself.",
    placeholder: "e.g. Staging is rebuilt every night; nothing in it is precious.",
  },
  allow: {
    title: "Allow exceptions",
    help: "Lift a soft deny: what may run although it looks risky.",
    placeholder: "e.g. Deleting preview databases whose names start with pr-",
  },
  softDeny: {
    title: "Soft deny",
    help: "Blocked, unless an exception applies or the developer asked for exactly this.",
    placeholder: "e.g. Changing DNS records of production zones",
  },
  hardDeny: {
    title: "Hard deny",
    help: "Blocked even when the developer asked for it.",
    placeholder: "e.g. Reading customer data from production databases",
  },
};

/** Rules are only as firm as whoever reads them: one card for what is enforced, one for what is advice. */
export function RulesEditor({ rules: savedRules, permissions: savedPermissions, findings, mayEdit }: Props) {
  const { edit } = useDraft();
  const [shown, show] = useOptimistic({ rules: savedRules, permissions: savedPermissions });
  const [, startTransition] = useTransition();

  function save(change: Change, said?: Removal) {
    const undo =
      change.type === "rules"
        ? ({ type: "rules", rules: shown.rules } as const)
        : ({ type: "permissions", permissions: shown.permissions } as const);
    startTransition(async () => {
      show({ ...shown, ...change });
      await edit(change).catch(toast.failed);
    });
    if (said)
      toast.undoable(`Removed ${said.removed === DEFAULTS ? "Claude Code's own entries" : `“${said.removed}”`}.`, () =>
        save(undo),
      );
  }

  const at = (path: string) =>
    findings.filter((finding) => finding.path === path || finding.path.startsWith(`${path}/`));

  return (
    <div className="flex flex-col gap-5">
      <Card
        id="permission-rules"
        title="Permission rules"
        description="Enforced. Claude Code matches them itself, and Gatehouse checks deny and ask again in every decision."
      >
        <div className="flex flex-col divide-y divide-line">
          {(["deny", "ask", "allow"] as const).map((list) => (
            <RuleList
              key={list}
              words={PERMISSION_WORDS[list]}
              rules={shown.permissions[list]}
              findings={at(`/permissions/${list}`)}
              mayEdit={mayEdit}
              onChange={(next, said) =>
                save({ type: "permissions", permissions: { ...shown.permissions, [list]: next } }, said)
              }
            />
          ))}
        </div>
      </Card>
      <Card
        id="prose-rules"
        title="Rules in words"
        description="Advice. A model reads them and weighs them: use permission rules for what must hold without exception."
      >
        <div className="flex flex-col divide-y divide-line">
          {(["hardDeny", "softDeny", "allow", "environment"] as const).map((list) => (
            <RuleList
              key={list}
              words={PROSE_WORDS[list]}
              rules={shown.rules[list]}
              findings={at(`/rules/${list}`)}
              hasDefaults
              mayEdit={mayEdit}
              onChange={(next, said) => save({ type: "rules", rules: { ...shown.rules, [list]: next } }, said)}
            />
          ))}
        </div>
      </Card>
    </div>
  );
}
