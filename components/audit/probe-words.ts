import type { ProbeSignal } from "@/lib/decision/probe/types";
import { RULE_NAMES } from "@/lib/decision/rule-names";

/** What the probe looks for, in a reader's words. */
export const SIGNAL_WORDS: Record<ProbeSignal, string> = {
  override: "overrides instructions",
  "addressed-to-agent": "speaks to the agent",
  "task-hijack": "sets another task",
  secrecy: "asks for secrecy",
  "role-play": "gives another role",
  "false-authority": "claims authority",
  "fake-turn": "poses as the system or the user",
  "hidden-text": "hidden text",
  "invisible-characters": "invisible characters",
  "encoded-instructions": "encoded instructions",
  "exfiltration-lure": "asks for data",
  "embedded-order": "orders an act",
  "reply-shaping": "shapes the reply",
  "stray-request": "request out of place",
  "planted-code": "urges hostile code",
};

export const ruleNameOf = (rule: string | null): string => (rule === null ? "no rule" : (RULE_NAMES.get(rule) ?? rule));
