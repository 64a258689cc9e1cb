import type { Enforcement, TrustKind } from "@/lib/policy/schemas";

type EnforcementWords = { label: string; hint: string };

export const ENFORCEMENT_WORDS: Record<Enforcement, EnforcementWords> = {
  observe: {
    label: "Observe",
    hint: "Records what it would have said and never answers. Claude Code decides as it does alone.",
  },
  "second-opinion": {
    label: "Second opinion",
    hint: "Answers only to block. Everything else stays with Claude Code's own classifier.",
  },
  authoritative: {
    label: "Authoritative",
    hint: "Answers allow, block and ask. What it allows runs without Claude Code's own classifier.",
  },
};

type TrustWords = {
  /** In the singular, within a sentence. */
  one: string;
  plural: string;
  example: string;
  /** What may be written. */
  help: string;
};

export const TRUST_WORDS: Record<TrustKind, TrustWords> = {
  domain: {
    one: "domain",
    plural: "Domains",
    example: "*.corp.example.com",
    help: "A host name, or *. before one for everything below it.",
  },
  bucket: {
    one: "bucket",
    plural: "Buckets",
    example: "s3://acme-build/artifacts/",
    help: "The address of a bucket, with a path to trust only a part of it.",
  },
  "git-remote": {
    one: "git remote",
    plural: "Git remotes",
    example: "github.com/acme/*",
    help: "A repository, or an owner with /* for all of theirs. Paste any clone address.",
  },
  registry: {
    one: "package registry",
    plural: "Package registries",
    example: "https://packages.corp.example.com/npm/",
    help: "The https address that package managers are pointed at. It takes in everything below it.",
  },
  service: {
    one: "service",
    plural: "Services",
    example: "https://jira.corp.example.com/",
    help: "The https address of a tool that data may be sent to, or mcp: and the name of an MCP server (mcp:jira).",
  },
};
