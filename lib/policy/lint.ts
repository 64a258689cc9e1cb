import { breadthOf } from "./broad-trust";
import { classifierFindings } from "./classifier-findings";
import { type Finding, finding } from "./finding";
import { mergeableSettings } from "./further-settings";
import { isJsonObject, type JsonObject, pointerTo } from "./json";
import { permissionFindings } from "./permission-findings";
import { ruleFindings } from "./rule-findings";
import { DEFAULTS, type PolicyContent } from "./schemas";
import { secretIn } from "./secret-shapes";
import { settingFindings } from "./setting-findings";
import { findTrustIssues } from "./trust-issues";
import { hasExpired } from "./trust-index";
import { parseTrustValue } from "./trust-value";

/**
 * Everything an administrator should know about a policy, worst first.
 * @param now Unix time in ms; without it, expiry is not looked at
 */
export function lintPolicy(policy: PolicyContent, now?: number): Finding[] {
  const severity = { error: 0, warning: 1, info: 2 };
  return [
    ...trustFindings(policy, now),
    ...ruleFindings(policy),
    ...softDenyFindings(policy),
    ...permissionFindings(policy),
    ...classifierFindings(policy.classifier),
    ...secretFindings(policy),
    ...settingFindings(policy.settings as JsonObject),
    ...mergeableSettings(policy.settings as JsonObject).warnings,
    ...ownHookFindings(policy),
  ].sort((one, other) => severity[one.severity] - severity[other.severity]);
}

function trustFindings(policy: PolicyContent, now?: number): Finding[] {
  const indexOf = new Map(policy.trust.map((entry, index) => [entry.id, index]));
  const isServerListed = policy.settings.allowManagedMcpServersOnly === true;
  const findings: Finding[] = [];
  for (const [index, entry] of policy.trust.entries()) {
    const path = `/trust/${index}`;
    const parsed = parseTrustValue(entry.kind, entry.value);
    const breadth = breadthOf(entry);
    if (!parsed.ok) findings.push(finding("error", "trust-invalid", path, `${entry.value}: ${parsed.message}`));
    else if (parsed.value !== entry.value)
      findings.push(finding("error", "trust-not-normal", path, `${entry.value} has to be written ${parsed.value}.`));
    else if (breadth) findings.push(finding("warning", "trust-broad", path, `${entry.value}: ${breadth}`));
    if (entry.value.startsWith("mcp:") && !isServerListed) findings.push(namedOnly(entry.value, path));
    if (now !== undefined && hasExpired(entry, now))
      findings.push(finding("info", "trust-expired", path, `${entry.value} has expired and no longer counts.`));
  }
  for (const issue of findTrustIssues(policy.trust))
    findings.push(finding("info", `trust-${issue.kind}`, `/trust/${indexOf.get(issue.entryId) ?? 0}`, issue.message));
  return findings;
}

const namedOnly = (value: string, path: string): Finding =>
  finding(
    "info",
    "trust-by-name",
    path,
    `${value}: any developer can give this name to a server of their own. Set “allowManagedMcpServersOnly” and “allowedMcpServers” so that only yours can bear it.`,
  );

function softDenyFindings({ rules }: PolicyContent): Finding[] {
  if (!rules.softDeny.some((rule) => rule !== DEFAULTS)) return [];
  return [
    finding(
      "warning",
      "soft-deny-not-firm",
      "/rules/softDeny",
      "A developer's own allow lines, or an explicit request in a conversation, can lift a soft deny. Only hard deny and the permission rules under “deny” are firm.",
    ),
  ];
}

/** Documents are readable on every developer's machine and shown in the console. */
function secretFindings({ rules, settings }: PolicyContent): Finding[] {
  const prose = Object.entries(rules).flatMap(([list, lines]) =>
    lines.map((text, index) => ({ path: `/rules/${list}/${index}`, text })),
  );
  const variables = Object.entries(isJsonObject(settings.env) ? settings.env : {}).map(([name, value]) => ({
    path: pointerTo("/settings/env", name),
    text: typeof value === "string" ? value : JSON.stringify(value),
  }));
  return [...prose, ...variables].flatMap(({ path, text }) => {
    const shape = secretIn(text);
    return shape
      ? [
          finding(
            "error",
            "secret-in-policy",
            path,
            `This holds ${shape}. Every developer can read the document: take it out.`,
          ),
        ]
      : [];
  });
}

function ownHookFindings({ rollout, settings }: PolicyContent): Finding[] {
  const isOn = rollout.everyoneElse.autoMode || rollout.groups.some((entry) => entry.autoMode);
  if (!isOn || settings.allowManagedHooksOnly === true) return [];
  return [
    finding(
      "info",
      "own-hooks-may-allow",
      "/settings/allowManagedHooksOnly",
      "A developer's own hook can approve an action on which Gatehouse has no opinion. Set “allowManagedHooksOnly” to rule that out.",
    ),
  ];
}
