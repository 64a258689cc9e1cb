import { describe, expect, test } from "vitest";
import type { TrustEntry, TrustKind } from "@/lib/policy/schemas";
import { selectTrust, TRUST_PAGE_SIZE, TrustQuery } from "./select-trust";

const entry = (kind: TrustKind, value: string, reason = "because"): TrustEntry => ({
  id: crypto.randomUUID(),
  kind,
  value,
  reason,
  ownerId: null,
  expiresAt: null,
  addedAt: "2026-11-21T00:00:00Z",
});

const TRUST = [
  entry("domain", "b.example.com", "Builds"),
  entry("domain", "a.example.com"),
  entry("bucket", "s3://x/"),
];
const query = (given: Record<string, string>) => TrustQuery.parse(given);

describe("selectTrust", () => {
  test("counts every kind, whatever is searched", () => {
    const { counts, entries } = selectTrust(TRUST, query({ kind: "domain", q: "BUILD" }));
    expect(counts).toEqual({ domain: 2, bucket: 1, "git-remote": 0, registry: 0, service: 0 });
    expect(entries.map(({ value }) => value)).toEqual(["b.example.com"]);
  });

  test("sorts by value and shows the last page instead of one beyond it", () => {
    const many = Array.from({ length: TRUST_PAGE_SIZE + 1 }, (_, index) =>
      entry("domain", `h${100 + TRUST_PAGE_SIZE - index}.example.com`),
    );
    const { entries, page, pages } = selectTrust(many, query({ page: "99" }));
    expect([page, pages, entries.length]).toEqual([2, 2, 1]);
    expect(entries[0]?.value).toBe("h150.example.com");
  });

  test("nonsense in the URL is the first page of domains", () => {
    expect(query({ kind: "planet", page: "-1" })).toEqual({ kind: "domain", q: "", page: 1 });
  });
});
