import type { Opening } from "./openings";

const place = (hints: string, pattern: string, note: string, weight: number): Opening => ({
  signal: "hidden-text",
  weight,
  hints: hints.split("|"),
  pattern: new RegExp(pattern, "gi"),
  note,
  leads: true,
});

const INVISIBLE = String.raw`(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|font-size\s*:\s*1px|opacity\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3,}|(?:^|[^-])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b|rgb\(255,\s*255,\s*255\)))`;

/** Where a reader of the source sees text that a person looking at the page does not. Much of it is innocent, so each weighs little. */
export const HIDDEN_PLACES: readonly Opening[] = [
  place("<!--", String.raw`<!--(?:[^:>\n]{0,60}:)?`, "an order in a comment that pages do not show", 0.2),
  place("[//]:", String.raw`\[\/\/\]:\s*#?\s*[("']`, "an order in a comment that pages do not show", 0.3),
  place("style=", String.raw`style\s*=\s*\\?["'][^"'>\n]{0,120}?${INVISIBLE}[^>\n]{0,120}>`, "an order in text that is styled away", 0.3),
  place(" hidden", String.raw`<(?:div|span|p|section|td|li|template)\b[^>\n]{0,80}?\s(?:hidden|aria-hidden\s*=\s*\\?["']true)[^>\n]{0,80}>`, "an order in an element that is hidden", 0.3),
  place(" alt=|aria-label=|title=", String.raw`\b(?:alt|aria-label|title)\s*=\s*\\?["']`, "an order in a label that is not shown", 0.2),
]; // prettier-ignore
