import type { DefaultRollout, PolicyContent, TrustEntry } from "@/lib/policy/schemas";
import { demoId } from "./ids";
import { DEMO_GROUPS, type DemoGroup } from "./people";

/** How far the demo organization has come: first it only watches, then it enforces. */
export const PHASES = ["watch", "enforce"] as const;
export type Phase = (typeof PHASES)[number];

const OFF: DefaultRollout = { autoMode: false, enforcement: "observe", startInAutoMode: false };
const on = (enforcement: DefaultRollout["enforcement"], startInAutoMode = false): DefaultRollout => ({
  autoMode: true,
  enforcement,
  startInAutoMode,
});

const ROLLOUT: Record<Phase, Record<DemoGroup, DefaultRollout>> = {
  watch: { Platform: on("observe"), Payments: on("observe"), Web: on("observe"), Data: OFF },
  enforce: {
    Platform: on("authoritative", true),
    Payments: on("authoritative", true),
    Web: on("second-opinion"),
    Data: on("observe"),
  },
};

export const PHASE_WORDS: Record<Phase, { title: string; reason: string }> = {
  watch: {
    title: "Watch Platform, Payments and Web",
    reason: "Auto mode for three groups; decisions are recorded and not enforced, to see what they would stop.",
  },
  enforce: {
    title: "Enforce for Platform and Payments, second opinion for Web",
    reason: "Four weeks of records show few false alarms. Data is watched next.",
  },
};

const TRUST: readonly Pick<TrustEntry, "kind" | "value" | "reason">[] = [
  { kind: "domain", value: "*.northwind.example", reason: "Our own services" },
  { kind: "domain", value: "registry.npmjs.org", reason: "Packages of the web teams" },
  { kind: "domain", value: "pkg.go.dev", reason: "Go documentation and modules" },
  { kind: "bucket", value: "s3://northwind-analytics/", reason: "Data sets of the data team" },
  { kind: "bucket", value: "s3://northwind-build-artifacts/", reason: "Build artifacts" },
  { kind: "git-remote", value: "github.com/northwind/*", reason: "Our repositories" },
  { kind: "git-remote", value: "gitlab.northwind.example/*", reason: "The data team's own server" },
  {
    kind: "registry",
    value: "https://packages.northwind.example/npm/",
    reason: "Mirror that the web teams install from",
  },
  { kind: "service", value: "https://jira.northwind.example/", reason: "Issues of all teams" },
];

const DENY = ["Bash(terraform destroy:*)", "Bash(kubectl --context prod delete:*)"];
const ASK = ["Bash(npm publish:*)"];

export const demoGroupId = (organizationId: string, group: DemoGroup): string =>
  demoId(organizationId, `group/${group}`);

const trustId = (organizationId: string, value: string) => demoId(organizationId, `trust/${value}`);

export const hasDemo = (policy: PolicyContent, organizationId: string): boolean => {
  const groups = new Set(DEMO_GROUPS.map((group) => demoGroupId(organizationId, group)));
  return policy.rollout.groups.some(({ groupId }) => groups.has(groupId));
};

/** What is in force, without anything of the demo's in it. */
export function withoutDemo(policy: PolicyContent, organizationId: string): PolicyContent {
  const groups = new Set(DEMO_GROUPS.map((group) => demoGroupId(organizationId, group)));
  const entries = new Set(TRUST.map(({ value }) => trustId(organizationId, value)));
  const { permissions, rollout } = policy;
  return {
    ...policy,
    rollout: { ...rollout, groups: rollout.groups.filter(({ groupId }) => !groups.has(groupId)) },
    trust: policy.trust.filter(({ id }) => !entries.has(id)),
    permissions: {
      ...permissions,
      deny: permissions.deny.filter((rule) => !DENY.includes(rule)),
      ask: permissions.ask.filter((rule) => !ASK.includes(rule)),
    },
  };
}

/** What is in force, with the demo's groups, trusted infrastructure and rules beside it. */
export function withDemo(
  policy: PolicyContent,
  phase: Phase,
  given: { organizationId: string; ownerId: string | null; addedAt: string },
): PolicyContent {
  const base = withoutDemo(policy, given.organizationId);
  const groups = DEMO_GROUPS.map((group) => ({
    groupId: demoGroupId(given.organizationId, group),
    ...ROLLOUT[phase][group],
  }));
  const trust = TRUST.map((entry) => ({
    ...entry,
    id: trustId(given.organizationId, entry.value),
    ownerId: given.ownerId,
    expiresAt: null,
    addedAt: given.addedAt,
  }));
  return {
    ...base,
    rollout: { ...base.rollout, groups: [...base.rollout.groups, ...groups] },
    trust: [...base.trust, ...trust],
    permissions: {
      ...base.permissions,
      deny: [...base.permissions.deny, ...DENY],
      ask: [...base.permissions.ask, ...ASK],
    },
  };
}
