import { DEFAULTS, EMPTY_POLICY, type PolicyContent, type TrustEntry, type TrustKind } from "./schemas";

/** Ids that look like real ones and can be told apart: `uuid(7)`. */
export const uuid = (number: number): string => `0198f000-0000-7000-8000-${String(number).padStart(12, "0")}`;

let made = 0;
export const trustEntry = (kind: TrustKind, value: string, more: Partial<TrustEntry> = {}): TrustEntry => ({
  id: uuid(++made),
  kind,
  value,
  reason: "Ours",
  ownerId: null,
  expiresAt: null,
  addedAt: "2026-11-01T00:00:00Z",
  ...more,
});

export const policyWith = (more: Partial<PolicyContent>): PolicyContent => ({ ...EMPTY_POLICY, ...more });

export const rulesWith = (more: Partial<PolicyContent["rules"]>): PolicyContent["rules"] => ({
  environment: [DEFAULTS],
  allow: [DEFAULTS],
  softDeny: [DEFAULTS],
  hardDeny: [DEFAULTS],
  ...more,
});
