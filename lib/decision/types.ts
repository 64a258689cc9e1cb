import type { ClassifierPolicy } from "@/lib/policy/classifier-policy";
import type { Enforcement } from "@/lib/policy/schemas";
import type { AdvisoryIndex } from "./advisories/advisory-index";

/** One thing an agent wants to do, whichever way it reached us. Paths are absolute. */
export type Action = {
  tool: string;
  input: Record<string, unknown>;
  cwd: string;
  /** Home directory on the developer's machine; null when it is not known. */
  home: string | null;
  additionalDirectories: readonly string[];
  /** default | plan | acceptEdits | auto | dontAsk | bypassPermissions */
  permissionMode: string;
  git: GitState | null;
  /** What the user wrote in this session, oldest first; may be empty. */
  userMessages: readonly string[];
  /** Calls of this session that ran before, oldest first, where known: what they wrote or fetched may be run or sent now. */
  earlier?: readonly EarlierCall[];
};

export type EarlierCall = { tool: string; input: Readonly<Record<string, unknown>>; cwd: string };

export type GitState = {
  root: string;
  branch: string | null;
  defaultBranch: string | null;
  /** Name to URL. */
  remotes: Readonly<Record<string, string>>;
};

export type Verdict = "allow" | "block" | "ask" | "none";

export const TIERS = [
  /** Not in auto mode or not rolled out: no opinion. */
  "not-rolled-out",
  /** The organization's own permission rules. */
  "permission-rules",
  /** Tier 1: tools that cannot change state. */
  "safe-tool",
  /** Tier 2: edits inside the project, except protected paths. */
  "project-edit",
  /** Tier 3: the embedded classifier. */
  "embedded",
  /** Tier 3: the LLM classifier. */
  "llm",
  /** The session reached a block limit. */
  "limits",
  /** Gatehouse could not decide or could not record. */
  "unavailable",
  /** Claude Code's own classifier, reported by its PermissionDenied hook. */
  "client",
] as const;
export type Tier = (typeof TIERS)[number];

/** Part of the action's text that shows why: UTF-16 offsets into the string at `field` of the input. */
export type Evidence = { field: string; start: number; end: number; note: string };

export const EFFECT_KINDS = [
  "read", "write", "delete", "overwrite", "execute", "fetch-and-execute", "send", "fetch", "install", "publish",
  "change-permission", "persist", "expose", "kill", "git-push", "git-force-push", "git-delete-remote", "git-rewrite",
  "git-discard", "git-remote-change", "credential-read", "guard-change", "cloud-change", "cluster-change",
  "infrastructure-change", "deploy", "database-change", "review-change", "system-change", "external-write", "everyday",
] as const; // prettier-ignore
export type EffectKind = (typeof EFFECT_KINDS)[number];

/** What an action would do to one target, whatever words it uses for it. Rules judge these, never text. */
export type Effect = {
  kind: EffectKind;
  /** Absolute path, URL, remote, package, process, ...; null where it cannot be known before it runs. */
  target: string | null;
  targetType: "path" | "url" | "remote" | "bucket" | "host" | "package" | "process" | "branch" | "command" | "none";
  /** Facts that rules ask for; each effect maker documents its own. */
  traits: Readonly<Record<string, string | boolean | number>>;
  evidence: Evidence;
};

/** Why the parser or an effect maker could not read the action through. */
export type Opaque = { reason: string; evidence: Evidence };

/** The user's own words, an allow rule of the organization, the LLM classifier. */
export const SET_ASIDE_BY = ["user", "organization", "llm"] as const;
export type SetAside = { rule: string; by: (typeof SET_ASIDE_BY)[number] };

export type Judgement = {
  verdict: Verdict;
  tier: Tier;
  /** Rule id, e.g. `git-destructive`; null where no rule decided. */
  rule: string | null;
  /** Rules that matched and did not decide. */
  cleared?: readonly SetAside[];
  /** One or two plain sentences, shown to the developer and to Claude: what was seen and what to do instead. */
  reason: string;
  evidence: readonly Evidence[];
  effects: readonly Effect[];
};

/** A rule is data and a pure predicate. One file a theme in lib/decision/rules/. */
export type Rule = {
  id: string;
  /** The field's name for it, e.g. "Git Destructive" (reference: `claude auto-mode defaults`). */
  name: string;
  /** Nothing clears a hard rule; explicit intent that names `mustName` clears a soft one. */
  strength: "hard" | "soft";
  mustName: string;
  /** For people: what it guards against and what to do instead. */
  explanation: string;
  /** The words that name this action and its target, by which a user clears the rule. Hard rules have none. */
  naming?: (effect: Effect) => Naming;
  /** The first effect at fault, with the sentence to show; null when the rule does not apply. */
  match: (effects: readonly Effect[], scope: RuleScope) => RuleMatch | null;
};
/** `ask` where only a person can tell; a match blocks otherwise. */
export type RuleMatch = { effect: Effect; reason: string; verdict?: "ask" };
/** What a user's message must hold: a word for the action, and all of the targets' names. */
export type Naming = {
  action: RegExp;
  targets: readonly string[];
  /** What it hits is not known, so that nothing but the whole command names it. */
  nameless?: boolean;
  /** Nameless too, but a file that the request names has to stand in the command: what a scheduled job runs. */
  mentioned?: boolean;
};

/** What rules may ask besides the effects. */
export type RuleScope = {
  action: Action;
  trust: TrustLookup;
  advisories: AdvisoryIndex;
};

/** Compiled once a revision; each look-up is O(1) in the number of entries. Built by lib/policy/trust-index.ts. */
export type TrustLookup = {
  domain: (host: string) => boolean;
  bucket: (url: string) => boolean;
  gitRemote: (url: string) => boolean;
  /** A package registry, by any URL within it. */
  registry: (url: string) => boolean;
  /** A service, by a URL within it or as `mcp:<server>`. */
  service: (urlOrServer: string) => boolean;
};

/** Where an organization trusts nothing, and where none is known. */
export const NOTHING_TRUSTED: TrustLookup = {
  domain: () => false,
  bucket: () => false,
  gitRemote: () => false,
  registry: () => false,
  service: () => false,
};

/** What one developer's decisions are made under: the part of a revision that `decide` needs. */
export type DecisionPolicy = {
  revision: number;
  autoMode: boolean;
  enforcement: Enforcement;
  permissions: { deny: readonly string[]; ask: readonly string[]; allow: readonly string[] };
  trust: TrustLookup;
  classifier: ClassifierPolicy;
  /** What is known against releases of packages; what Gatehouse ships with where left out. */
  advisories?: AdvisoryIndex;
};
