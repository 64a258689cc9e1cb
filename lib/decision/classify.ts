import { resolvePath, isInside } from "./paths";
import type { Action, Evidence, Judgement, TrustLookup } from "./types";

/** Tier 3: judges what an action would do. (First cut: replaced within the hour by effects and rules.) */
export function classify(action: Action, _trust: TrustLookup): Judgement {
  const command = typeof action.input.command === "string" ? action.input.command : "";
  const evidence = (note: string): Evidence[] => [{ field: "command", start: 0, end: command.length, note }];
  const block = (rule: string, reason: string): Judgement => ({
    verdict: "block", tier: "embedded", rule, reason, evidence: evidence(reason), effects: [],
  }); // prettier-ignore
  if (/\bgit push\b.*(--force\b|-f\b)/.test(command)) {
    return block("git-destructive", "Force push rewrites history on the remote. Push without --force.");
  }
  const removed = /\brm -(?:rf|fr|r) (\S+)/.exec(command)?.[1];
  const target = removed === undefined ? null : resolvePath(removed, action.cwd, action.home);
  if (target !== null && !isInside(target, action.cwd)) {
    return block("irreversible-local-destruction", `Deletes ${target}, which is outside the project.`);
  }
  if (/\bcurl\b.*(-d|--data\S*|-F|-T) ?@?.*(\.env|\.aws|\.ssh|id_rsa)/.test(command)) {
    return block("data-exfiltration", "Sends a credential file to another host.");
  }
  return { verdict: "allow", tier: "embedded", rule: null, reason: "Nothing risky found.", evidence: [], effects: [] };
}
