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

/**
 * What is trusted and named in these texts, though the list above had no room for it. The entry has to stand there as a whole: `corp.example`
 * is not named by `evilcorp.example`. Costs what the texts and the list are long, not their product.
 */
export function trustedIn(texts: readonly string[], trusted: readonly string[]): string[] {
  const { shown, isAll } = shownTrusted(trusted);
  if (isAll) return [];
  const text = `\n${texts.join("\n")}\n`;
  const words = new Set(text.match(WORD));
  return trusted.slice(shown.length).filter((entry) => {
    const own = entry.match(WORD);
    return own !== null && own.every((word) => words.has(word)) && standsIn(text, entry);
  });
}

const WORD = /[\p{L}\p{N}]+/gu;
/** What makes an entry part of another name: `evil-corp.example`, `corp.example.evil.test`, `corp.example@evil.test`. */
const BEFORE = /[\p{L}\p{N}_.-]$/u;
const AFTER_HOST = /^(?:[\p{L}\p{N}_@-]|\.[\p{L}\p{N}])/u;
const AFTER_PATH = /^[\p{L}\p{N}_-]/u;

function standsIn(text: string, entry: string): boolean {
  const after = entry.includes("/") ? AFTER_PATH : AFTER_HOST;
  for (let at = text.indexOf(entry); at >= 0; at = text.indexOf(entry, at + 1)) {
    const end = at + entry.length;
    if (!BEFORE.test(text.slice(at - 1, at)) && !after.test(text.slice(end, end + 2))) return true;
  }
  return false;
}

function shownTrusted(trusted: readonly string[]): { shown: readonly string[]; isAll: boolean } {
  let length = 0;
  const end = trusted.findIndex((entry) => (length += entry.length + 3) > TRUSTED_LENGTH);
  return end < 0 ? { shown: trusted, isAll: true } : { shown: trusted.slice(0, end), isAll: false };
}
