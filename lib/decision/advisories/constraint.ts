/**
 * The versions a requirement holds its package to, as far as it does: one for an exact version, the lowest and the highest for a range
 * that is closed on both sides. Empty where newer versions may come in: what gets installed then is not known here.
 */
export function heldTo(requirement: string): readonly string[] {
  const text = requirement.trim();
  if (EXACT.test(text)) return [text.replace(/^[=v\s]+/, "")];
  let low: string | null = null;
  let high: string | null = null;
  for (const part of text.split(/[,\s]+(?=[<>=!~^])/).slice(0, MAX_PARTS)) {
    const [, operator, version] = CLAUSE.exec(part.trim()) ?? [];
    if (operator === undefined || version === undefined) return [];
    if (operator === ">=") low = version;
    else if (operator === ">") low = neighbour(version, 1);
    else if (operator === "<=") high = version;
    else if (operator === "<") high = neighbour(version, -1);
    else if (operator !== "!=") return /^={1,3}$/.test(operator) && !version.includes("*") ? [version] : [];
  }
  return low === null || high === null ? [] : [low, high];
}

const MAX_PARTS = 8;
const EXACT = /^(?:={0,3}\s?)v?\d[\w.+!-]*$/;
const CLAUSE = /^(===?|=|>=|<=|!=|~=|<|>|\^|~)\s?v?([\w.+!*-]{1,128})$/;

/** The next version at the last number, or the one before; null where a lower number would have to be borrowed from. */
function neighbour(version: string, step: 1 | -1): string | null {
  const [, head, last] = /^((?:\d+\.)*)(\d+)$/.exec(version) ?? [];
  const next = Number(last) + step;
  return last === undefined || next < 0 || !Number.isSafeInteger(next) ? null : `${head}${next}`;
}
