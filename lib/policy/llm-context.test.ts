import { expect, test } from "vitest";
import { llmContextOf } from "./llm-context";
import { EMPTY_POLICY, type TrustEntry } from "./schemas";

const NOW = Date.parse("2026-06-01T00:00:00Z");
const trusts = (value: string, expiresAt: string | null): TrustEntry => ({
  id: "0198c0de-0000-7000-8000-000000000000",
  kind: "domain",
  value,
  reason: "ours",
  ownerId: null,
  expiresAt,
  addedAt: "2026-01-01T00:00:00Z",
});

test("has the organization's own rules, without the mark for Claude Code's", () => {
  const rules = { ...EMPTY_POLICY.rules, softDeny: ["$defaults", "Never touch the ledger."], allow: ["Reindexing."] };
  expect(llmContextOf({ ...EMPTY_POLICY, rules }, NOW).organizationRules).toEqual({
    environment: [],
    allow: ["Reindexing."],
    softDeny: ["Never touch the ledger."],
    hardDeny: [],
  });
});

test("has what is trusted at that moment", () => {
  const trust = [
    trusts("api.example.com", null),
    trusts("old.example.com", "2026-05-31T00:00:00Z"),
    trusts("soon.example.com", "2026-06-02T00:00:00Z"),
  ];
  expect(llmContextOf({ ...EMPTY_POLICY, trust }, NOW).trusted).toEqual(["api.example.com", "soon.example.com"]);
});
