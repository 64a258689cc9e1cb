import { newId } from "@/lib/db/id";
import { EMPTY_POLICY, type PolicyContent } from "@/lib/policy/schemas";

/** Everyone in auto mode, every verdict answered. */
export const BENCH_POLICY: PolicyContent = {
  ...EMPTY_POLICY,
  rollout: { groups: [], everyoneElse: { autoMode: true, enforcement: "authoritative", startInAutoMode: true } },
  trust: ["*.corp.example.com", "packages.example.com", "api.example.com"].map((value) => ({
    id: newId(),
    kind: "domain" as const,
    value,
    reason: "Ours",
    ownerId: null,
    expiresAt: null,
    addedAt: "2026-01-01T00:00:00Z",
  })),
};
