import { type Finding, finding } from "./finding";
import { isJsonObject, type JsonObject } from "./json";

/** Managed keys that clients read only from files on the machine, never from a server. */
const MACHINE_ONLY = ["policyHelper", "forceLoginGatewayUrl", "gatewayInternalNetworks", "wslInheritsWindowsSettings"];

const ENV_CLASHES: Readonly<Record<string, string>> = {
  ANTHROPIC_BASE_URL: "Clients with another base URL leave Gatehouse and stop fetching this policy.",
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "It switches feature flags off, which can make auto mode unavailable.",
  CLAUDE_CODE_DISABLE_FEATURE_FLAGS: "It switches feature flags off, which can make auto mode unavailable.",
  CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS:
    "It also stops the check of actions on the server; set CLAUDE_CODE_AUTO_MODE_SERVER to 1 with it.",
};

/** Further settings that work against what Gatehouse sets, or do nothing where they are. */
export function settingFindings(settings: JsonObject): Finding[] {
  const findings = MACHINE_ONLY.filter((key) => Object.hasOwn(settings, key)).map((key) =>
    finding(
      "warning",
      "setting-machine-only",
      `/settings/${key}`,
      `Clients read “${key}” only from files on the machine.`,
    ),
  );
  const env = isJsonObject(settings.env) ? settings.env : {};
  for (const [name, why] of Object.entries(ENV_CLASHES))
    if (Object.hasOwn(env, name) && !(name.endsWith("BETAS") && env.CLAUDE_CODE_AUTO_MODE_SERVER === "1"))
      findings.push(finding("warning", "env-clash", `/settings/env/${name}`, why));
  if (isJsonObject(settings.hooks) && Object.hasOwn(settings.hooks, "PreToolUse"))
    findings.push(
      finding(
        "warning",
        "hook-clash",
        "/settings/hooks/PreToolUse",
        "These hooks run beside Gatehouse's. An “allow” from one of them skips Claude Code's classifier; only a block from Gatehouse stops it.",
      ),
    );
  return findings;
}
