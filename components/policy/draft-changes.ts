import { v4 as randomId } from "uuid";
import { api, ApiProblem } from "@/components/api";
import type { ClassifierInput } from "./classifier-values";
import type { PolicyContent, TrustEntry, TrustKind } from "@/lib/policy/schemas";

export type TrustInput = {
  kind: TrustKind;
  value: string;
  reason: string;
  ownerId: string | null;
  expiresAt: string | null;
};

export type DraftChange =
  | { type: "rollout"; rollout: PolicyContent["rollout"] }
  | { type: "add-trust"; entry: TrustInput }
  | { type: "import-trust"; entries: readonly TrustInput[] }
  | { type: "update-trust"; id: string; entry: TrustInput }
  | { type: "remove-trust"; id: string }
  | { type: "restore-trust"; entry: TrustEntry }
  | { type: "rules"; rules: PolicyContent["rules"] }
  | { type: "permissions"; permissions: PolicyContent["permissions"] }
  | ({ type: "classifier" } & ClassifierInput)
  | { type: "discard" };

type Draft = { version: number; policy: PolicyContent };

/** @returns the version of the draft after the change. @throws ApiProblem */
export async function sendDraftChange(change: DraftChange, version: number): Promise<number> {
  switch (change.type) {
    case "rollout":
      return (await api<Draft>("PUT", "/draft/rollout", { ...change.rollout, version })).version;
    case "classifier":
      return (await api<Draft>("PUT", "/draft/classifier", { llm: change.llm, probe: change.probe, version })).version;
    case "add-trust":
      return versionOf(api("POST", "/draft/trust", { ...change.entry, version }));
    case "update-trust":
      return versionOf(api("PATCH", `/draft/trust/${change.id}`, { ...change.entry, version }));
    case "remove-trust":
      return versionOf(api("DELETE", `/draft/trust/${change.id}?version=${version}`));
    case "restore-trust":
      return versionOf(api("POST", `/draft/trust/${change.entry.id}/restore`, { entry: change.entry, version }));
    case "import-trust":
      return editPolicy(version, (policy) => ({
        ...policy,
        trust: [...policy.trust, ...newOf(change.entries, policy)],
      }));
    case "rules":
      return editPolicy(version, (policy) => ({ ...policy, rules: change.rules }));
    case "permissions":
      return editPolicy(version, (policy) => ({ ...policy, permissions: change.permissions }));
    case "discard":
      await api("DELETE", `/draft?version=${version}`);
      return 0;
  }
}

const versionOf = async (answer: Promise<unknown>) => ((await answer) as { draft: Draft }).draft.version;

async function editPolicy(version: number, edit: (policy: PolicyContent) => PolicyContent): Promise<number> {
  const draft = await api<Draft>("GET", "/draft");
  if (draft.version !== version)
    throw new ApiProblem(409, {
      code: "draft_changed",
      detail: "The draft has changed since you loaded it. Look at it again, then repeat this.",
    });
  return (await api<Draft>("PUT", "/draft", { version, policy: edit(draft.policy) })).version;
}

/** What the policy does not have yet. */
function newOf(entries: readonly TrustInput[], { trust }: PolicyContent): TrustEntry[] {
  const known = new Set(trust.map(({ kind, value }) => `${kind} ${value}`));
  const addedAt = new Date().toISOString();
  return entries
    .filter(({ kind, value }) => !known.has(`${kind} ${value}`))
    .map((entry) => ({ ...entry, id: randomId(), addedAt }));
}
