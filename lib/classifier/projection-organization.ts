import { encodeRecord, type EncodingLimits } from "./projection-encoding";
import type { LlmQuestion } from "./types";

/** For each list of rules. */
const RULES: EncodingLimits = { stringLength: 20_000, totalLength: 80_000, entries: 2_000, depth: 2 };
const TRUSTED: EncodingLimits = { stringLength: 4_000, totalLength: 20_000, entries: 10_000, depth: 2 };
/** Of trusted places, in UTF-16 units of the prompt; the rest is shown where an action names it. */
const TRUSTED_LENGTH = 12_000;

/** The organization's part of the system prompt: the same for all its sessions until its policy changes. Null where its rules are too long. */
export function organizationText({ organizationRules, facts }: LlmQuestion): string | null {
  const { environment, allow, softDeny, hardDeny } = organizationRules;
  const rules = encodeRecord({ environment, exceptions: allow, soft_rules: softDeny, hard_rules: hardDeny }, RULES);
  if (!rules.isWhole) return null;
  const { shown, isAll } = shownTrusted(facts.trusted);
  const trusted = encodeRecord({ trusted: shown, ...(!isAll && { not_all_trusted_are_listed: true }) }, TRUSTED);
  return `<organization>\n${rules.text}\n${trusted.text}\n</organization>\n`;
}

/** What is trusted and named by the action, though the list above had no room for it. The words still have to match exactly. */
export function trustedIn(payload: string, trusted: readonly string[]): string[] {
  const { shown, isAll } = shownTrusted(trusted);
  if (isAll) return [];
  return trusted.slice(shown.length).filter((entry) => entry !== "" && payload.includes(entry));
}

function shownTrusted(trusted: readonly string[]): { shown: readonly string[]; isAll: boolean } {
  let length = 0;
  const end = trusted.findIndex((entry) => (length += entry.length + 3) > TRUSTED_LENGTH);
  return end < 0 ? { shown: trusted, isAll: true } : { shown: trusted.slice(0, end), isAll: false };
}
