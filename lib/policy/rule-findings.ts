import { type Finding, finding } from "./finding";
import { isJsonObject, type JsonObject } from "./json";
import { DEFAULTS, type PolicyContent } from "./schemas";

const LISTS = [
  ["environment", "environment"],
  ["allow", "allow"],
  ["softDeny", "soft_deny"],
  ["hardDeny", "hard_deny"],
] as const;

/** The classifier reads all of it with every action; beyond this it grows slow, and then answers that the input is too long. */
const LONG_ENVIRONMENT_CHARACTERS = 20_000;

/** What the prose rules of a policy bring with them. */
export function ruleFindings({ rules }: PolicyContent): Finding[] {
  const findings: Finding[] = [];
  for (const [list, key] of LISTS)
    if (!rules[list].includes(DEFAULTS))
      findings.push(
        finding(
          "warning",
          "defaults-removed",
          `/rules/${list}`,
          `“${key}” has no "${DEFAULTS}" line, so Claude Code's own ${key} entries no longer apply.`,
        ),
      );
  for (const list of ["softDeny", "hardDeny"] as const)
    if (rules[list].some((rule) => rule !== DEFAULTS))
      findings.push(
        finding(
          "warning",
          "custom-deny-refuses-unchecked",
          `/rules/${list}`,
          "With a deny rule of your own, Claude Code refuses every action that its classifier could not check, instead of asking the developer.",
        ),
      );
  return findings;
}

/** @param document compiled */
export function environmentFindings(document: JsonObject): Finding[] {
  const lines = isJsonObject(document.autoMode) ? document.autoMode.environment : [];
  const length = Array.isArray(lines) ? lines.filter((line) => typeof line === "string").join("\n").length : 0;
  if (length <= LONG_ENVIRONMENT_CHARACTERS) return [];
  return [
    finding(
      "warning",
      "environment-long",
      "/trust",
      `Claude Code's classifier would read ${length.toLocaleString("en")} characters of trusted infrastructure with each action. Broader entries, such as *.corp.example.com, keep it fast.`,
    ),
  ];
}
