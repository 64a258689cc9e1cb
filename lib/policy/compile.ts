import { DocumentBuilder, type Origin, type Origins, type Overridden } from "./document-builder";
import { type Finding, finding } from "./finding";
import { mergeableSettings } from "./further-settings";
import { isJsonObject, type JsonObject } from "./json";
import { MANAGED_ENV, TOKEN_VARIABLE } from "./managed-env";
import { hookUrlOf, managedHooks, MINIMUM_CLIENT_VERSION } from "./managed-hooks";
import { type EffectiveRollout, rolloutFor } from "./rollout";
import { environmentFindings, ruleFindings } from "./rule-findings";
import type { PolicyContent } from "./schemas";
import { hasExpired } from "./trust-index";
import { sandboxDomains, trustLines } from "./trust-lines";
import { isAtLeast } from "./version";

export { TOKEN_PLACEHOLDER, TOKEN_VARIABLE } from "./managed-env";

export type CompileOptions = {
  groupIds: readonly string[];
  /** Where clients reach Gatehouse, without a trailing slash. */
  baseUrl: string;
  /** Unix time in ms: entries that have expired by then are left out. A revision is compiled as of its publication. */
  now?: number;
};
export type CompiledDocument = { document: JsonObject; origins: Origins; warnings: Finding[] };

/**
 * The managed settings document of one audience, with a placeholder where each developer's token goes. It depends on the
 * groups only through the rollout that they select.
 */
export function compileDocument(policy: PolicyContent, options: CompileOptions): CompiledDocument {
  const { groupIds, baseUrl, now = Number.NEGATIVE_INFINITY } = options;
  const { settings, warnings } = mergeableSettings(policy.settings as JsonObject);
  const builder = new DocumentBuilder();
  writeGuards(builder, settings, baseUrl);
  writeRollout(builder, settings, rolloutFor(policy, groupIds));
  writeRules(builder, policy);
  const trust = policy.trust.filter((entry) => !hasExpired(entry, now));
  builder.append(["autoMode", "environment"], trustLines(trust));
  const domains = sandboxDomains(trust);
  if (domains.length > 0) builder.append(["sandbox", "network", "allowedDomains"], domains);
  const overridden = builder.mergeBelow(settings, "settings");
  return {
    document: builder.document,
    origins: builder.origins,
    warnings: [
      ...ruleFindings(policy),
      ...environmentFindings(builder.document),
      ...warnings,
      ...overridden.map(overriddenFinding),
    ],
  };
}

/** What every document carries, so that no developer's client runs unseen. */
function writeGuards(builder: DocumentBuilder, settings: JsonObject, baseUrl: string): void {
  builder.set(["hooks"], managedHooks(baseUrl), "gatehouse");
  for (const [name, value] of Object.entries(MANAGED_ENV)) builder.set(["env", name], value, "gatehouse");
  builder.set(["permissions", "disableBypassPermissionsMode"], "disable", "gatehouse");
  const wanted = settings.requiredMinimumVersion;
  if (typeof wanted !== "string" || !isAtLeast(wanted, MINIMUM_CLIENT_VERSION))
    builder.set(["requiredMinimumVersion"], MINIMUM_CLIENT_VERSION, "gatehouse");
  // Where an administrator lists what hooks may reach, ours must be on the list.
  if (Array.isArray(settings.allowedHttpHookUrls))
    builder.set(["allowedHttpHookUrls"], [hookUrlOf(baseUrl)], "gatehouse");
  if (Array.isArray(settings.httpHookAllowedEnvVars))
    builder.set(["httpHookAllowedEnvVars"], [TOKEN_VARIABLE], "gatehouse");
}

function writeRollout(builder: DocumentBuilder, settings: JsonObject, rollout: EffectiveRollout): void {
  const origin: Origin = `rollout:${rollout.groupId ?? "everyone-else"}`;
  if (!rollout.autoMode) return builder.set(["permissions", "disableAutoMode"], "disable", origin);
  if (rollout.startInAutoMode) return builder.set(["permissions", "defaultMode"], "auto", origin);
  // Clients start in auto mode by themselves since 2.1.283, so "may enter it" has to name where to start instead.
  const wanted = isJsonObject(settings.permissions) ? settings.permissions.defaultMode : undefined;
  if (typeof wanted !== "string" || wanted === "auto") builder.set(["permissions", "defaultMode"], "default", origin);
}

/** All four lists always: a list that policy leaves out could be emptied by a developer's own settings. */
function writeRules(builder: DocumentBuilder, { rules, permissions }: PolicyContent): void {
  builder.set(["autoMode", "environment"], [...rules.environment], "rules");
  builder.set(["autoMode", "allow"], [...rules.allow], "rules");
  builder.set(["autoMode", "soft_deny"], [...rules.softDeny], "rules");
  builder.set(["autoMode", "hard_deny"], [...rules.hardDeny], "rules");
  for (const [kind, list] of Object.entries(permissions))
    if (list.length > 0) builder.set(["permissions", kind], [...new Set(list)], "permissions");
}

const overriddenFinding = ({ pointer, kept }: Overridden): Finding =>
  finding(
    "warning",
    "setting-overridden",
    `/settings${pointer}`,
    `The further settings give “${pointer.slice(1).replaceAll("/", ".")}” another value. Gatehouse sets it to ${JSON.stringify(kept)}.`,
  );
