import type { AdvisoryIndex } from "@/lib/decision/advisories/advisory-index";
import type { DecisionPolicy, TrustLookup } from "@/lib/decision/types";
import { decisionPolicyFor } from "@/lib/policy/decision-policy";
import { type LlmContext, llmContextOf } from "@/lib/policy/llm-context";
import { rolloutFor } from "@/lib/policy/rollout";
import type { PolicyContent } from "@/lib/policy/schemas";
import { buildTrustLookup, nextExpiry } from "@/lib/policy/trust-index";
import type { AudienceDocument } from "./audience-document";

export type RevisionRow = { id: string; number: number; policy: PolicyContent; publishedAt: Date };

/** One revision in memory, with everything derived from it, each made when first asked for. */
export class PublishedPolicy {
  readonly revision: RevisionRow;
  readonly #advisories: AdvisoryIndex | undefined;
  readonly #documents = new Map<string, AudienceDocument>();
  readonly #loading = new Map<string, Promise<AudienceDocument>>();
  /** By the group whose rollout decides: there are few, whatever groups people are in. */
  readonly #decisionPolicies = new Map<string | null, DecisionPolicy>();
  #llmContext: LlmContext | null = null;
  #trust: { lookup: TrustLookup; validUntilMs: number } | null = null;

  constructor(revision: RevisionRow, advisories?: AdvisoryIndex) {
    this.revision = revision;
    this.#advisories = advisories;
  }

  decisionPolicyFor(groupIds: readonly string[], nowMs = Date.now()): DecisionPolicy {
    const { policy, number } = this.revision;
    const trust = this.#trustAt(nowMs);
    const decidingGroup = rolloutFor(policy, groupIds).groupId;
    const known = this.#decisionPolicies.get(decidingGroup);
    if (known) return known;
    const decisionPolicy = { ...decisionPolicyFor(policy, number, groupIds, trust), advisories: this.#advisories };
    this.#decisionPolicies.set(decidingGroup, decisionPolicy);
    return decisionPolicy;
  }

  /** What the LLM classifier is told of the organization, beside our own rules. */
  llmContext(nowMs = Date.now()): LlmContext {
    this.#trustAt(nowMs);
    return (this.#llmContext ??= llmContextOf(this.revision.policy, nowMs));
  }

  /** Of an audience that was served before; see `documentFor` for any other. */
  knownDocument = (audienceKey: string): AudienceDocument | undefined => this.#documents.get(audienceKey);

  /** Loads an audience's document once, however many of its clients ask at the same time. */
  async documentFor(audienceKey: string, load: () => Promise<AudienceDocument>): Promise<AudienceDocument> {
    const known = this.#documents.get(audienceKey) ?? this.#loading.get(audienceKey);
    if (known) return known;
    const loading = load().finally(() => this.#loading.delete(audienceKey));
    this.#loading.set(audienceKey, loading);
    const document = await loading;
    this.#documents.set(audienceKey, document);
    return document;
  }

  /** An entry that expires stops being trusted at that moment, not at the next publication. */
  #trustAt(nowMs: number): TrustLookup {
    if (this.#trust && nowMs < this.#trust.validUntilMs) return this.#trust.lookup;
    const { trust } = this.revision.policy;
    const validUntilMs = nextExpiry(trust, nowMs) ?? Number.POSITIVE_INFINITY;
    this.#trust = { lookup: buildTrustLookup(trust, nowMs), validUntilMs };
    this.#decisionPolicies.clear();
    this.#llmContext = null;
    return this.#trust.lookup;
  }
}
